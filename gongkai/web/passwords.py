"""What a password must be, said in Chinese where the framework's own catalogue has no words for it."""

from django.contrib.auth.password_validation import MinimumLengthValidator, UserAttributeSimilarityValidator


class LongEnough(MinimumLengthValidator):
    """So many characters at least."""

    def get_error_message(self) -> str:
        """What the person reads."""
        return f"密码太短，至少要有 {self.min_length} 位。"


class UnlikeThePerson(UserAttributeSimilarityValidator):
    """Not nearly the username or the name."""

    def get_error_message(self) -> str:
        """What the person reads; Django fills in which of the two it is."""
        return "密码与%(verbose_name)s太相近。"
