"""Writes histories.txt: random reviews and what PyPI's fsrs 6.3.1 makes of them, without learning steps and
without chance in the intervals. Each line is a history: DAYS:GRADE ..., then stability and difficulty."""
import datetime
import random

from fsrs import Card, Rating, Scheduler

chance = random.Random(20260309)
scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
start = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
with open("histories.txt", "w", encoding="ascii") as out:
    for _ in range(500):
        card, now, parts = Card(), start, []
        for step in range(chance.randint(1, 9)):
            gap = 0 if step == 0 else chance.choice([0, 1, 1, 2, 3, 5, 8, 13, 30, 90])
            grade = chance.choice([1, 2, 3, 3, 3, 4])
            now += datetime.timedelta(days=gap)
            card, _ = scheduler.review_card(card, Rating(grade), now)
            parts.append(f"{gap}:{grade}")
        out.write(f"{' '.join(parts)} {card.stability!r} {card.difficulty!r}\n")
