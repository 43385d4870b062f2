import DebriefModel

/// One fault, planted in one letter that has none.
struct Mutation: CustomStringConvertible {
  var rule: Remark.Rule
  var letter: String
  var what: String
  var plant: @Sendable (inout World.Case) -> Void

  var description: String { "\(rule.rawValue) in \(letter): \(what)" }
}

extension World.Case {
  /// Exchanges words that must be there.
  mutating func exchange(_ old: String, _ new: String) {
    guard let range = text.firstRange(of: old) else {
      preconditionFailure("\(name) does not hold \(old)")
    }
    text.replaceSubrange(range, with: new)
  }
}

extension Mutation {
  /// Exchanges words in a letter.
  static func exchange(_ rule: Remark.Rule, _ letter: String, _ old: String, _ new: String) -> Self
  {
    Mutation(rule: rule, letter: letter, what: "\(old.brief) → \(new.brief)") {
      $0.exchange(old, new)
    }
  }
  /// Misspells a word of which the dictionary knows the right one.
  static func misspell(_ letter: String, _ old: String, _ new: String, _ offer: String) -> Self {
    Mutation(rule: .spelling, letter: letter, what: "\(old) → \(new)") {
      $0.exchange(old, new)
      // A dictionary is asked without the possessive.
      $0.unknown[new.hasSuffix("’s") ? String(new.dropLast(2)) : new] = [offer]
    }
  }
  /// Puts a sentence behind the first full stop of the body.
  static func add(_ rule: Remark.Rule, _ letter: String, _ sentence: String) -> Self {
    Mutation(rule: rule, letter: letter, what: "+ \(sentence.brief)") {
      guard let stop = $0.text.firstRange(of: ". ") ?? $0.text.firstRange(of: ".\n") else {
        preconditionFailure("no full stop in \($0.name)")
      }
      $0.text.insert(contentsOf: sentence + " ", at: $0.text.index(after: stop.lowerBound))
      $0.exchange("." + sentence, ". " + sentence)
    }
  }
  /// Changes what is known.
  static func know(
    _ rule: Remark.Rule, _ letter: String, _ what: String,
    _ plant: @escaping @Sendable (inout World.Case) -> Void
  ) -> Self {
    Mutation(rule: rule, letter: letter, what: what, plant: plant)
  }

  static let all: [Mutation] =
    words + names + tone + content + shape

  private static let words: [Mutation] = [
    .misspell("L1-manager", "morning", "mornign", "morning"),
    .misspell("L4-long", "answer", "anwser", "answer"),
    .misspell("L6-evidence", "Writing", "Writting", "Writing"),
    .misspell("L8-touch", "Nordlicht", "Nordlict", "Nordic"),
    .misspell("L9-withdraw", "learned", "leraned", "learned"),
    .misspell("none-english", "slides", "slieds", "slides"),
    .misspell("L2-manager", "pleasure", "plesure’s", "pleasure"),
    .know(.spelling, "L5-thanks", "in the subject") {
      $0.subject = "Thank you anywya"
      $0.unknown["anywya"] = ["anyway"]
    },
    .exchange(.doubledWord, "L1-manager", "for the hour", "for the the hour"),
    .exchange(.doubledWord, "L4-short", "A line", "A\na line"),
    .exchange(.doubledWord, "L7-influence", "costs nothing", "costs costs nothing"),
    .exchange(.doubledWord, "L10-access", "under Article", "Under under Article"),
    .exchange(.doubledWord, "none-english", "the slides", "the  the slides"),
    .exchange(.gap, "L1-manager", "in Husum", "in {{place}}"),
    .exchange(.gap, "L2-manager", "Ms Kahl", "[name]"),
    .exchange(.gap, "L2-manager", "Ms Kahl", "$name"),
    .exchange(.gap, "L2-manager", "Ms Kahl", "${their_name}"),
    .exchange(.gap, "L9-withdraw", "1 April", "(fill in)"),
    .exchange(.gap, "L4-short", "conversations", "conversations (insert the round)"),
    .exchange(.gap, "L3-hr", "within a day", "within XXX"),
    .exchange(.gap, "L4-short", "conversations", "conversations at <company>"),
    .exchange(.gap, "L9-withdraw", "1 April", "___"),
    .exchange(.gap, "L9-withdraw", "1 April", "???"),
    .exchange(.gap, "L10-access", "12 February 2026", "TODO"),
    .exchange(.gap, "none-english", "at 9:30", "at [time and place]"),
    .exchange(.gap, "L1-manager", "in Husum", "in [the city, or the office/site]"),
    .exchange(.gap, "L2-manager", "Ms Kahl", "Mr./Ms. Kahl"),
    .exchange(.gap, "L9-withdraw", "1 April", "INSERT DATE HERE"),
    .exchange(.gap, "L4-short", "conversations", "conversations (job title)"),
    .know(.gap, "L8-touch", "in the subject") { $0.subject = "Staying in touch with {company}" },
    .exchange(
      .resumeRepeated, "L5-thanks", "Good luck",
      "I am one who keeps large systems calm. Nine years, of services on call. Good luck"),
    .add(
      .resumeRepeated, "L2-manager",
      "You know me as a platform engineer who keeps large systems calm."),
    .add(.resumeRepeated, "L1-interviewer", "You saw Kubernetes, Postgres and incident response."),
    .add(
      .resumeRepeated, "L8-touch",
      "With postgres, kubernetes, and an eye for incident response, I could start in May."),
    .add(.retractedClaim, "L6-evidence", "There I led a team of nine engineers."),
    .add(.retractedClaim, "L7-influence", "My team of nine engineers, which I led, did it."),
    .add(.retractedClaim, "L4-short", "I am fluent in Danish."),
    .add(.retractedClaim, "L10-access", "I wrote to you in fluent Danish."),
    .know(.retractedClaim, "L1-manager", "+ 日本語が流暢") {
      $0.context.dossier?.preparations.append(World.retracted("日本語が流暢"))
      $0.exchange("this morning. ", "this morning, and for 日本語が流暢です. ")
      $0.context.kind = .request
      $0.exchange("Kind regards", "Good luck with the others!\n\nKind regards")
    },
  ]

  private static let names: [Mutation] = [
    .exchange(.recipient, "L1-manager", "Dear Ines", "Dear Tove"),
    .exchange(.recipient, "L1-interviewer", "Hi Tove", "Hi Tom"),
    .exchange(.recipient, "L4-long", "Dear Ines", "Good morning Mr Beispiel"),
    .know(.recipient, "L2-manager", "nobody chosen") { $0.context.recipient = nil },
    .know(.recipient, "L9-withdraw", "nobody chosen") { $0.context.recipient = nil },
    .know(.recipient, "L4-short", "at another company") { $0.context.recipient?.company = "Acme" },
    .know(.recipient, "L5-thanks", "at another company") {
      $0.context.recipient?.company = "Kestrel Labs"
    },
    .exchange(.foreignName, "L8-touch", "what Nordlicht does", "what Kestrel Labs does"),
    .exchange(.foreignName, "L1-manager", "Your people", "Acme's people and you"),
    .exchange(.foreignName, "L3-hr", "Whoever starts", "Priya Sample said so. Whoever starts"),
    .exchange(.foreignName, "L9-withdraw", "elsewhere", "at 北极星合作社"),
    .exchange(.foreignName, "L7-influence", "A port had", "The people of Target had"),
    .exchange(.foreignName, "none-english", "co-op's", "Acme"),
    .know(.twin, "L1-manager", "the same to Tove") { $0.twin(of: $0.text, to: "tove") },
    .know(.twin, "L1-interviewer", "nearly the same to Ines") {
      $0.twin(
        of: $0.text.replacing("Hi Tove", with: "Dear Ines").replacing("hint", with: "idea"),
        to: "ines")
    },
    .know(.twin, "L2-manager", "the same to Rafał") { $0.twin(of: $0.text, to: "rafal") },
    .know(.twin, "L8-touch", "in other breaks") {
      $0.twin(of: $0.text.replacing(". ", with: ".\n"), to: "tove")
    },
  ]

  private static let tone: [Mutation] = [
    .exchange(.demand, "L4-short", "May I ask", "Tell me why! May I ask"),
    .exchange(.demand, "L4-long", "I ask in order", "I expect an answer. I ask in order"),
    .add(.demand, "L5-thanks", "Why didn’t you?"),
    .exchange(.demand, "L1b-check", "this is only", "please reply immediately; this is only"),
    .add(.demand, "none-english", "You owe me that."),
    .add(.demand, "none-english", "My lawyer will be in touch."),
    .add(.demand, "L9-withdraw", "I think I am owed some feedback."),
    .add(.blame, "L4-short", "I found it unfair."),
    .add(.blame, "L9-withdraw", "Obviously you did not read my test."),
    .add(
      .blame, "none-english", "I find it hard to believe that there was a better candidate."),
    .add(.blame, "L4-short", "You never had the decency to call."),
    .add(.blame, "L9-withdraw", "It was a waste of my time."),
    .add(.blame, "L10-access", "You promised me an answer."),
    .exchange(.blame, "L3-hr", "your directions were", "it was your fault, your directions were"),
    .exchange(.blame, "none-english", "the rest", "the rest: a joke"),
    .exchange(.noThanks, "L1-manager", "thank you for the hour", "what an hour that was"),
    .exchange(.noThanks, "L2-manager", "thank you for", "it was kind of you,"),
    .exchange(.noThanks, "L3-hr", "I am grateful for", "What"),
    .exchange(.noThanks, "L5-thanks", "and I thank you for telling", "and you told"),
    .exchange(.noThanks, "L9-withdraw", "Thank you for", "I liked"),
    .exchange(.noGoodWishes, "L4-short", "I wish you much success", "Greet me those who work"),
    .exchange(.noGoodWishes, "L4-long", "All good wishes to", "My greetings to"),
    .exchange(.noGoodWishes, "L5-thanks", " Good luck with your search for the other posts!", ""),
    .exchange(.coldEnding, "L4-short", "\n\nKind regards,\nRobin", ""),
    .exchange(.coldEnding, "L2-manager", "With kind regards,\n", ""),
    .exchange(.coldEnding, "L9-withdraw", "is not the rule.", "is not the rule. So be it."),
    .exchange(.coldEnding, "L3-hr", "good hands.", "good hands. I won't apply again."),
    .exchange(.coldEnding, "L1b-check", "in the post.", "in the post. No need to reply."),
    .exchange(
      .selfCentred, "L2-manager", "You and your team made them a pleasure",
      "I had prepared my cases, I enjoyed my talks, I gave my best"),
    .exchange(
      .selfCentred, "L1-manager", "Your people clearly trust it.",
      "I had my own rule, and I held my people to it when I ran my shift with my team."),
    .exchange(
      .selfCentred, "L3-hr",
      "you answered every mail within a day, your directions were perfect, and you never left anybody guessing",
      "I had my answers, I found my way, and I never had to ask for myself"),
  ]

  private static let content: [Mutation] = [
    .exchange(
      .noCallback, "L1-manager",
      "your rule for weekend deploys: the one who was on call decides on Monday what gets fixed",
      "how calm your house is"),
    .know(.noCallback, "L1-interviewer", "nothing of their turns") {
      $0.text = $0.text.replacing(
        """
        you pushed me on the queue, and you were right to. On the way home I drew your three cases \
        again: retry, park, drop. Parking was missing from my answer, and your hint at the hanging \
        consumer is the better way to see it.
        """, with: "you were a pleasure to talk to, and your view of it all was new to me.")
      $0.exchange("so your queue is no toy!", "so you are no toy!")
    },
    .know(.noCallback, "L1-links", "other turns") {
      $0.context.dossier?.turns = [
        World.turn("t9", "ines", "Which invoices were late?", "Those with printed totals.")
      ]
    },
    .exchange(
      .noMission, "L1-manager",
      "If your green power is to reach every village on the coast, somebody",
      "Somebody"),
    .exchange(
      .noMission, "L1-interviewer", "That is where your coast gets its green power, so your", "Your"
    ),
    .exchange(
      .noMission, "L1-links",
      "Green power for every village is a cause your company can be proud of",
      "You can be proud of that"),
    .know(.noGoal, "L1-manager", "nothing of the goals") {
      $0.exchange("keep the systems behind it calm", "keep what is behind it calm")
      $0.exchange(
        " It is also the work I want: systems that many people rely on, in a team that shares its on-call.",
        "")
    },
    .exchange(
      .noGoal, "L1-interviewer",
      " What draws me is that you share the on-call, and that many people rely on what you run.", ""
    ),
    .exchange(.noGoal, "L1-links", ", and one that fits what I look for", ""),
    .exchange(
      .noEvent, "L1-manager",
      "The new control room in Husum that you opened in February 2026 makes that rule matter even more. ",
      ""),
    .exchange(
      .noEvent, "L1-interviewer",
      "I saw that your control room in Husum is open now. That is where",
      "Out there"),
    .exchange(.noEvent, "L1-links", "In your news I read about the control room in Husum.", ""),
    .exchange(.staleEvent, "L1-manager", "February 2026", "February 2025"),
    .exchange(.staleEvent, "L1-interviewer", "is open now", "opened on 12 June 2025"),
    .exchange(.staleEvent, "L7-influence", "First, for", "You launched it in 2024. First, for"),
    .exchange(.staleEvent, "L8-touch", "about March", "about what you announced on 2025-08-30"),
    .know(.staleEvent, "L1-links", "old news on file") {
      guard let at = $0.context.dossier?.preparations.firstIndex(where: { $0.text == "news" })
      else {
        preconditionFailure("no news")
      }
      $0.context.dossier?.preparations[at].detail = "opened a control room in Husum in May 2025"
    },
    .know(.staleEvent, "L1-interviewer", "file not looked at for a year") {
      guard let at = $0.context.dossier?.preparations.firstIndex(where: { $0.text == "news" })
      else {
        preconditionFailure("no news")
      }
      $0.context.dossier?.preparations[at].detail = "opened a control room in Husum"
      $0.context.dossier?.preparations[at].recorded = Moment(Day(2025, 3, 1)!, hour: 9)
    },
    .exchange(
      .abstract, "L6-evidence",
      "copy at Hafenwerk. It took six hours before, and takes forty minutes now.",
      "copy. It takes far less now."),
    .add(.abstract, "L6-evidence", "I am a quick learner."),
    .exchange(
      .abstract, "L7-influence", "A port had", "I have extensive experience.\n\nA port had"),
    .exchange(
      .abstract, "L7-influence",
      "in 2024, and the calls at night went from eleven a month to two", "and it went well"),
  ]

  private static let shape: [Mutation] = [
    .know(.tooLong, "L1b-check", "five times as long") { it in
      let more = "It may well be that such things take a while where you are. "
      it.exchange("is there", String(repeating: more, count: 10) + "is there")
    },
    .know(.tooLong, "L4-short", "a novel") { it in
      let more = "The rest is only there to fill the page, and says nothing. "
      it.exchange("May I ask", String(repeating: more, count: 20) + "May I ask")
    },
    .know(.tooLong, "L9-withdraw", "a novel") { it in
      let more = "It is a long story, and you know most of it. "
      it.exchange("I step back", String(repeating: more, count: 13) + "I step back")
    },
    .know(.tooShort, "L8-touch", "three words") {
      $0.text = "Dear Rafał,\n\nI enjoyed it.\n\nBest,\nRobin"
    },
    .know(.tooShort, "L5-thanks", "two words") {
      $0.text = "Dear Rafał,\n\nthank you. Good luck!\n\nBest,\nRobin"
    },
    .know(.tooShort, "L3-hr", "five words") {
      $0.text = "Dear Rafał,\n\nthank you for your time.\n\nBest,\nRobin"
    },
    .know(.tooShort, "L10-access", "nothing at all") { $0.text = "" },
  ]
}

extension World {
  static func retracted(_ text: String) -> Preparation {
    var it = entry(.claim, text)
    it.state = .retract
    return it
  }
}

extension World.Case {
  /// A letter of the same kind to somebody else.
  mutating func twin(of text: String, to person: String) {
    let kind = context.kind?.rawValue ?? ""
    context.others = [
      Letter(id: ID("twin"), application: ID("app"), kind: kind, recorded: noon) {
        $0.to = ID(person)
        $0.text = text
      }
    ]
  }
}

extension String {
  /// Enough of it for a name.
  fileprivate var brief: String {
    let line = replacing("\n", with: "⏎")
    return line.isEmpty ? "nothing" : line.count <= 40 ? line : line.prefix(39) + "…"
  }
}
