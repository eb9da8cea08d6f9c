"""A visitor without JavaScript: follows links, fills in forms as the page offers them, keeps cookies."""

from urllib.parse import urljoin

import lxml.html
import requests

# Longer means that it hangs, however slow the machine is.
ANSWER_SECONDS = 180


class Page:
    """An answer as a reader sees it: status, headers, and its elements when it is HTML."""

    def __init__(self, visitor, answer):
        self.visitor = visitor
        self.answer = answer
        self.status = answer.status_code
        self.headers = answer.headers
        self.url = answer.url
        self.text = answer.content.decode("utf-8", errors="strict") if self._is_text() else ""
        self.tree = lxml.html.fromstring(self.text) if self._is_html() and self.text.strip() else None

    def _is_text(self):
        kind = self.headers.get("Content-Type", "")
        return kind.startswith("text/") or "json" in kind

    def _is_html(self):
        return self.headers.get("Content-Type", "").startswith("text/html")

    def find(self, selector):
        return self.tree.cssselect(selector)

    def words(self, selector="body"):
        return " ".join(" ".join(element.text_content() for element in self.find(selector)).split())

    def forms(self, action=None, field=None):
        """The page's forms, narrowed to those whose address contains `action` or which have the field."""
        return [
            Form(self, form)
            for form in self.tree.forms
            if (action is None or action in (form.get("action") or "")) and (field is None or field in form.fields)
        ]

    def form(self, action=None, field=None):
        found = self.forms(action, field)
        offered = [(form.get("action"), list(form.fields)) for form in self.tree.forms]
        assert found, f"{self.url} has no form with action {action!r} and field {field!r}, only {offered}"
        return found[0]

    def form_with_password(self):
        for form in self.tree.forms:
            if form.cssselect("input[type=password]"):
                return Form(self, form)
        raise AssertionError(f"{self.url} offers no field for a password:\n{self.words()[:500]}")


class Form:
    """A form with the values that the page put into it; `submit` sends it the way a browser would."""

    def __init__(self, page, element):
        self.page = page
        self.element = element
        self.values = [(name, value) for name, value in element.form_values()]
        self.action = urljoin(page.url, element.get("action") or page.url)
        self.method = (element.get("method") or "get").lower()
        self.is_multipart = "multipart" in (element.get("enctype") or "")
        files = element.cssselect("input[type=file]")
        self.file_field = files[0].get("name") if files else None

    def name_of(self, kind):
        return self.element.cssselect(f"input[type={kind}]")[0].get("name")

    def submit(self, changes=None, files=None, follow=True, button=None):
        changes = dict(changes or {})
        values = [(name, changes.pop(name) if name in changes else value) for name, value in self.values]
        values += list(changes.items())
        if button is not None:
            values.append(button)
        session = self.page.visitor.session
        if self.method == "get":
            answer = session.get(self.action, params=values, allow_redirects=follow, timeout=ANSWER_SECONDS)
        elif self.is_multipart:
            parts = [(name, (None, value)) for name, value in values if name != self.file_field]
            parts += [(self.file_field, file) for file in (files or [])]
            answer = session.post(self.action, files=parts, allow_redirects=follow, timeout=ANSWER_SECONDS)
        else:
            answer = session.post(self.action, data=values, allow_redirects=follow, timeout=ANSWER_SECONDS)
        return Page(self.page.visitor, answer)


class Visitor:
    """One person's browser without scripts."""

    def __init__(self, url, language="vi"):
        self.url = url
        self.session = requests.Session()
        self.session.headers["Accept-Language"] = language
        self.session.trust_env = False

    def get(self, path="/", **options):
        return Page(self, self.session.get(urljoin(self.url + "/", path), timeout=ANSWER_SECONDS, **options))

    def sign_in(self, name, password, follow=True):
        form = self.get("/sign-in").form_with_password()
        return form.submit({"name": name, "password": password}, follow=follow)

    def cookie_header(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.session.cookies)
