/// What the preparation and the ledger show, offered where the debrief asks about it.
extension Wizard {
  /// How many things of the preparation are offered at one question.
  private static let mostNoticed = 3

  /// What was not ticked before the interview (A13, A16), at the question what one did before it; at the one
  /// what happened in it, that fewer than two questions of one's own were asked (A36); at the one what was done
  /// since, that they never answered (A1).
  func noticed(_ entry: Entry) -> [Suggestion] {
    let now = debrief.closed ?? entry.response?.answered ?? debrief.started
    switch entry.item.id {
    case "habits.before":
      let missed = dossier.preparations.filter { PreparationRules.isLate($0, dossier, now: now) }
      return missed.prefix(Wizard.mostNoticed).map { it in
        let what = it.kind == .document ? "didn't send on time" : "missed one of their instructions"
        return Wizard.noticed("\(what): \(it.text)", "R-INSTR")
      }
    case "habits.during":
      let isSaid = entry.response?.value.split(separator: " ").contains("unasked") ?? false
      // Nothing is known of it where none were prepared: then the debrief asks how many there were.
      guard !isSaid, dossier.preparations.contains(where: { $0.kind == .question }),
        PreparationRules.askedTooLittle(dossier, now: now)
      else { return [] }
      return [Wizard.noticed("asked them only one question, or none", "R-MOTIV", weight: 2)]
    case "habits.after", "habits.since": return silence
    default: return []
    }
  }

  /// That they never answered, where that was said before the debrief began, so that nothing asks whether it's
  /// a no (A1).
  private var silence: [Suggestion] {
    let asked = everything.first { $0.item.binds == .silence }
    guard branch == .ghosted, asked == nil, facts.values["@concluded"] == "yes",
      !dossier.findings.contains(where: { $0.reason == Finding.silence && $0.kind == .outside })
    else { return [] }
    return [
      Suggestion(
        when: Wizard.always, makes: .finding(.outside), statement: "they never answered",
        reason: Finding.silence, weight: 3)
    ]
  }

  private static let always = Condition.or(.present("answer"), .not(.present("answer")))

  /// What an answer contradicts, in a sentence that is said once: that all could be backed up, beside a claim
  /// one had decided to drop (A24). Nil where the two agree.
  public func contradiction(_ entry: Entry) -> String? {
    guard entry.item.id == "claims.proven", entry.response?.value == "yes",
      let claim = dossier.preparations.first(where: { $0.kind == .claim && $0.state == .retract })
    else { return nil }
    return
      "While preparing, you decided to leave this out: “\(claim.text)”. Could you back it up after all?"
  }

  private static func noticed(
    _ statement: String, _ reason: String, weight: Int = 3
  ) -> Suggestion {
    Suggestion(
      when: always, makes: .finding(.weakness),
      statement: statement, reason: reason,
      area: .preparation, weight: weight, tier: .observed)
  }
}

extension Wizard {
  /// What was expected to be worn beside what was worn, a line for each round that was held and says
  /// something of it (A19).
  public var dressed: [String] {
    let rounds = dossier.held(now: debrief.started).filter {
      !$0.dressExpected.isEmpty || !$0.dressWorn.isEmpty
    }
    return rounds.map { it in
      let expected = it.dressExpected.isEmpty ? "not noted" : it.dressExpected
      let worn = it.dressWorn.isEmpty ? "not noted" : it.dressWorn
      let round = rounds.count > 1 ? "Round \(it.round). " : ""
      return "\(round)Dress code: \(expected). You wore: \(worn)."
    }
  }
}
