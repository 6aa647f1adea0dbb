"""The screens, a room each. A period in an address is read by `gongkai.web.converters`."""

from django.urls import register_converter

from gongkai.web.converters import PeriodConverter

register_converter(PeriodConverter, "period")
