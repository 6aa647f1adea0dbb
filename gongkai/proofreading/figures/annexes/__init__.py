"""The narrative held against the tables of its annexes."""
