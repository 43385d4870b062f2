import DebriefModel

/// What the figures of the year are, counted by hand.
extension MonthsTests {
  /// Each figure: its sentences, then its rows.
  static let table: [(MonthFigure, [String], [String])] = [
    (
      .rounds,
      [
        "17 of 35 applications (49%) got an interview.",
        "Another 3 haven't had an interview yet, so they aren't counted.",
      ],
      [
        // Held one: 21 to 35, 38, 39 = 17. Decided without: 1 to 18. Taken back: 19, 20. Running: 36, 37, 40.
        "to an interview: 17 of 35 got an interview (49%) · 3 still open",
        // On: 27 to 34 and 39, which has its second ahead. Out: 21 to 26. Taken back: 35. Running: 38.
        "past interview 1: 9 of 15 got to the next step (60%) · 1 still open",
        // Two held: 27 to 34. On: 31 to 33, and 34 to an offer.
        "past interview 2: 4 of 8 got to the next step (50%)",
        // Three held: 31 to 33. On: 33.
        "past interview 3: 1 of 3 got to the next step",
        // Offers: 33, 34, of 32 decided (1 to 18, 21 to 34). Running: 36 to 40.
        "to an offer: 2 of 32 got an offer (6%) · 5 still open",
      ]
    ),
    (
      // Twelve debriefs: better 21 to 27, the same 28 to 30, lower 31 and 32.
      .mood, ["In 7 of 12 debriefs you felt better at the end."],
      [
        "better: 7 of 12 debriefs (58%)", "the same: 3 of 12 debriefs (25%)",
        "lower: 2 of 12 debriefs (17%)",
      ]
    ),
    (
      // How you came across: 21, and 27 to 34, of which 27 to 34 went on. Skills: 31 to 33.
      .strengths,
      [
        "When you noted a strength in how you came across, you made it past 8 of 9 first interviews (89%)."
      ],
      [
        "how you came across: 8 of 9 got to the next step (89%)",
        "skills: 3 of 3 got to the next step",
      ]
    ),
    (
      // R-TECH: 21 to 24, late in 21 and 22: 1 + 1 + 2 + 2 halves. Preparation: 26 to 28: 2 + 2 + 2. The code
      // R-INTERRUPT is in two applications only. Of equal weight the name decides.
      .weaknesses, ["Noted most often: R-TECH, in 4 of 40 applications (10%)."],
      [
        "R-TECH: 4 of 40 applications (10%) · 2 written down late, counted half",
        "preparation: 3 of 40 applications (8%)",
      ]
    ),
    (
      .areas,
      [
        "By area, counted by importance.",
        // Late: three findings of 21 and one of 22. All with an area: 9 + 2 + 8 + 3.
        "4 of 22 were written down late and count half.",
      ],
      [
        // Eight of 3 and one late: 25.5.
        "how you came across: 9 of 9 went well (100%) · importance 26 to 0",
        // 25: 2; 21, late: 1.
        "behavior: 0 of 2 went well · importance 0 to 3",
        // Three of 5; five of 4, two of them late: 4 + 4 + 4 + 2 + 2.
        "skills: 3 of 8 went well (38%) · importance 15 to 16",
        "preparation: 0 of 3 went well · importance 0 to 9",
      ]
    ),
    (
      // Both: 23, 25. Only they: 24, 29. Only you: 24.
      .blind, ["2 of 4 reasons they named were new to you."],
      [
        "you both saw it: 2 of 5 reasons (40%)", "only they saw it: 2 of 5 reasons (40%)",
        "only you saw it: 1 of 5 reasons (20%)",
        // Named by them in 24 and 29; 23 for both, 24 for you alone; 25 for both.
        "R-MOREEXP: seen 2 times: only they 2", "R-TECH: seen 2 times: you both 1, only you 1",
        "R-INTERRUPT: seen once: you both 1",
      ]
    ),
    (
      .changes, ["You tried and kept 2 of 5 changes."],
      [
        "tried and kept: 2 of 5 changes (40%)", "dropped: 1 of 5 changes (20%)",
        "too early to tell: 2 of 5 changes (40%)",
      ]
    ),
    (
      .forecasts,
      [
        // (6 · 60 + 4 · 70 + 2 · 30) / 12 = 58.3; on: 27 to 32. Six or fewer of twelve: .3745.
        "On average, you said 58%, and you made it past 6 of 12 interviews (50%): too hopeful. "
          + "That would happen by chance alone about 1 time in 3.",
        // (6 · .36 + 4 · .09 + 2 · .49) / 12 = .292, and 6 of 12 every time would have been .25.
        "Interviews are hard to predict: guessing the same number every time would have come closer.",
        // Spiegelhalter's z is 1.571; of the ways such predictions can come out, .0911 lie as far off.
        "When you felt sure, you were wrong more often than you expected. "
          + "That would happen by chance alone about 1 time in 11.",
        "1 prediction still open.",
      ],
      [
        "you said 0 to 33%: 2 of 2 got to the next step",
        "you said 34 to 66%: 0 of 6 got to the next step (0%) · 1 still open · likely between 0 and 39%",
        "you said 67 to 100%: 4 of 4 got to the next step",
      ]
    ),
    (
      // Good: 24 to 30, of which 27 to 30 went on, and 38 runs. Okay: 31, on. Bad: 21 to 23, and 32, which went on.
      // Of 4 of 7 and 1 of 4, Fisher: (35 · 4 + 21) / 462 = .348.
      .felt,
      [
        "When it felt good, you made it past 4 of 7 interviews; when it felt bad, 1 of 4.",
        "By chance alone, a gap this wide or wider happens about 1 time in 3.",
      ],
      [
        "felt good: 4 of 7 got to the next step (57%) · 1 still open",
        "felt okay: 1 of 1 got to the next step",
        "felt bad: 1 of 4 got to the next step",
      ]
    ),
    (
      .marks,
      [
        // On: 27 to 34, 4 and 3 each. Out: 21 to 26, 2 and 3 each.
        "You rated your answers 3.5 in interviews you made it past and 2.5 in the others.",
        "By chance alone, a gap this wide or wider happens less than 1 time in 1,000.",
      ],
      [
        "it got to the next step: 3.5 · average of 16 answers",
        "it ended there: 2.5 · average of 12 answers",
      ]
    ),
    (
      // Both a rating and how they took it: the first answer of 21 to 26, rated 2 and taken as neutral, and of 27 to
      // 34, rated 4 and taken with interest. Six to one side: 1 of 64.
      .fair,
      [
        "You rated 6 of 14 answers (43%) lower than their reactions suggested, and 0 of 14 higher.",
        "By chance alone, a difference like this happens about 1 time in 64.",
      ],
      [
        "harder on yourself than they were: 6 of 14 answers (43%)",
        "about the same: 8 of 14 answers (57%)",
        "easier on yourself than they were: 0 of 14 answers (0%)",
      ]
    ),
    (
      .asks,
      [
        "5 of 8 requests (63%) got a real answer.",
        // (1.4 + 3) / 7 = .63 by phone, (1.4 + 2) / 9 = .38 by email.
        "Best so far: by phone, 3 of 3. With so few, our best guess is about 6 in 10.",
        // Beta(4, 1) above Beta(3, 4): .9286.
        "Chances are about 9 in 10 that asking by phone really is better than asking by email.",
      ],
      [
        // Answered: 23, 24. A form letter, a refusal, nothing: 27, 30, 26. Waiting: 38.
        "by email: 2 of 5 answered (40%) · 1 still open", "by phone: 3 of 3 answered",
        "to an interviewer: 2 of 2 answered", "to the hiring manager: 2 of 2 answered",
        "to HR: 1 of 3 answered · 1 still open", "to a recruiter: 0 of 1 answered",
        "the same day: 0 of 1 answered", "1 to 2 days later: 3 of 3 answered · 1 still open",
        "3 to 7 days later: 2 of 2 answered", "8 to 14 days later: 0 of 1 answered",
        "later than that: 0 of 1 answered",
      ]
    ),
    (
      .resumes,
      ["Made for one job: 2 of 2 got an interview. Sent to several: 14 of 32 (44%)."],
      [
        // 13 to 30 without 19 and 20, which were taken back: interviews from 21 on.
        "v2: 10 of 16 got an interview (63%)", "v1: 0 of 12 got an interview (0%)",
        // 34, 35, 38, 39; running 36, 37, 40.
        "v3: 4 of 4 got an interview · 3 still open",
        "v2 data: 1 of 1 got an interview", "v2 pumps: 1 of 1 got an interview",
        "made for one job: 2 of 2 got an interview",
        "sent to several: 14 of 32 got an interview (44%) · 3 still open",
      ]
    ),
    (
      .covers,
      [
        "With a cover letter: 7 of 11 (64%) got an interview. Without: 0 of 6 (0%).",
        // Beta(8, 5) above Beta(1, 7): .9935.
        "Chances are more than 9 in 10 that sending one really is better than sending none.",
      ],
      [
        // Decided: 15 to 18, 21 to 26, 34; interviews from 21 on. Taken back: 19, 20. Running: 36.
        "with a cover letter: 7 of 11 got an interview (64%) · 1 still open",
        // 1 to 6; running 37.
        "without one: 0 of 6 got an interview (0%) · 1 still open",
        // 15 to 18, 21 to 24; then 34, running 36.
        "warm: 4 of 8 got an interview (50%)", "short: 1 of 1 got an interview · 1 still open",
      ]
    ),
    (
      .picked,
      [
        "Jobs you went for in particular: 14 of 16 (88%) got an interview. One of many: 0 of 16 (0%).",
        "Chances are more than 9 in 10 that going for one in particular really is better than applying for many.",
      ],
      [
        "one you went for in particular: 14 of 16 got an interview (88%)",
        "one of many you applied for: 0 of 16 got an interview (0%)",
      ]
    ),
    (
      // Four prompts: 27 to 30, all on. Others with an interview: 21 to 26 out, 31 to 34 and 39 on.
      .research,
      [
        "With research, you made it past 4 of 4 first interviews. With little or none, 5 of 11 (45%).",
        // Beta(5, 1) above Beta(6, 7): .9593.
        "Chances are more than 9 in 10 that research really is better than little or none.",
      ],
      [
        "looked into the company: 4 of 4 got to the next step",
        "little or none: 5 of 11 got to the next step (45%)",
      ]
    ),
    (
      // Matched in 27 and 28: two questions and two prepared answers each, of which 28 matched one.
      // All are worded as "Question 1": about the work, as far as anybody can tell.
      .prepared,
      [
        "They asked 4 questions, and you'd prepared for 3. You prepared 1 they haven't asked."
      ],
      [
        "questions they asked: 3 of 4 you'd prepared for", "answers you prepared: 3 of 4 came up",
        "about the work itself: 3 of 4 you'd prepared for",
      ]
    ),
    (
      // One example under four questions: 27 told it at two of them, rated 4 and 3, and 28 at one, rated 4.
      .examples, ["Told most often: “an answer”, 3 times. You rated it 3.7 on average."],
      ["“an answer”: 3.7 · told 3 times"]
    ),
    (
      .delivery, ["Your best ratings went to answers that were prepared."],
      [
        "off the cuff: 2 · average of 6 answers · they were interested after 0 of 6",
        "prepared: 4 · average of 8 answers · they were interested after 8 of 8",
        "rehearsed: 3 · average of 3 answers",
      ]
    ),
    (
      .interruptions, ["You interrupted someone in 3 of 6 interviews (50%), 6 times in all."],
      ["interviews: 3 of 6 with an interruption (50%)"]
    ),
    (
      .offDays,
      [
        // Off: 21 to 23, 2 and 3 each. Others: 24 to 26 the same, 27 to 32 4 and 3: 57 / 18.
        "You rated your answers 2.5 on off days and 3.2 on others.",
        "By chance alone, a gap this wide or wider happens about 1 time in 20.",
      ],
      ["on an off day: 2.5 · average of 6 answers", "on other days: 3.2 · average of 18 answers"]
    ),
    (
      .requirements, ["Python is asked for in more than one industry."],
      [
        "python: 3 of 4 met · asked for in 2 industries",
        "spanish: 0 of 2 met · 1 still open · asked for in 2 industries",
      ]
    ),
    (
      .pay, ["Your number was above theirs in 2 of 4 comparisons, below in 1."],
      [
        "16 Jan Invented 34 · Analyst: 8% above their offer",
        "7 Jan Invented 33 · Analyst: 6% below their offer",
        "23 Nov 2025 Invented 28 · Analyst: the same as their offer",
        "14 Nov 2025 Invented 27 · Analyst: 9% above their offer",
      ]
    ),
    (
      // Closed by them or given up: 1 to 18, 21 to 32. Back: 30.
      .reopened, ["1 of 30 closed applications (3%) reopened."],
      ["closed: 1 of 30 reopened (3%)"]
    ),
    (
      .glad, ["Looking back, 3 of 4 turned out for the best."],
      ["looked back on: 3 of 4 for the best"]
    ),
    (
      // Findings: 22 and three circumstances; answers: 28. Late: four of 21, two of 22, four answers.
      .late, ["10 of 53 notes (19%) were written more than two days later. They count half."],
      ["notes: 10 of 53 written down late (19%)"]
    ),
  ]
}
