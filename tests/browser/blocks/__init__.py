"""Each block of the day, as the people in it live it. Read them in the order of test_day.py."""
