from stars import *
there = 2
