"""Words, punctuation and numbers that official prose writes otherwise."""

from gongkai.proofreading.wording.wording import Wording

__all__ = ["Wording"]
