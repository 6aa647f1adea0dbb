"""Layout of an official document against GB/T 9704—2012 (党政机关公文格式): facts in, hits out."""
