"""勾稽核对: the statements of a narrative and the tables of its annexes, held against themselves and each other."""
