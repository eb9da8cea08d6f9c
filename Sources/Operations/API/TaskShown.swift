package import Domain
import Vietnamese

// Verbs answer with what they stored; whatever leaves the server has the telephone numbers of persons masked.

extension Plan.Task {
    package var withMaskedPhones: Plan.Task {
        var task = MaskPhones.masked(self)
        task.progress.note = progress.note.map { PhoneMask.masked($0) }
        task.progress.reason = progress.reason.map { PhoneMask.masked($0) }
        task.progress.missingReason = progress.missingReason.map { PhoneMask.masked($0) }
        return task
    }
}

extension Contribution {
    package var withMaskedPhones: Contribution {
        var part = self
        part.asked = asked.map { PhoneMask.masked($0) }
        part.note = note.map { PhoneMask.masked($0) }
        part.reason = reason.map { PhoneMask.masked($0) }
        return part
    }
}

extension Plan.Task.Period {
    package var withMaskedPhones: Plan.Task.Period {
        var period = self
        period.note = note.map { PhoneMask.masked($0) }
        period.reason = reason.map { PhoneMask.masked($0) }
        return period
    }
}

extension Evidence {
    package var withMaskedPhones: Evidence {
        var evidence = self
        evidence.title = PhoneMask.masked(title)
        evidence.note = note.map { PhoneMask.masked($0) }
        evidence.place = place.map { PhoneMask.masked($0) }
        return evidence
    }
}

extension TaskComment {
    package var withMaskedPhones: TaskComment {
        var comment = self
        comment.text = PhoneMask.masked(text)
        return comment
    }
}

extension TaskExtension {
    package var withMaskedPhones: TaskExtension {
        var asked = self
        asked.reason = PhoneMask.masked(reason)
        asked.answer = answer.map { PhoneMask.masked($0) }
        return asked
    }
}
