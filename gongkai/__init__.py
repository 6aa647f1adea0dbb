"""Gongkai (政务公开监测考核平台): from an openness office's spreadsheets to its official notice."""
