"""What the acceptance tests share: the running program, its databases, its documents, its visitors."""
