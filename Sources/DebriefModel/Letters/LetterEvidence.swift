extension LetterRules {
  /// The latest reply that named what stood in the way (A76).
  public static func reply(_ dossier: Dossier) -> Feedback? {
    dossier.feedback.first { it in
      it.three.contains { !LetterText.phrase($0.text).isEmpty }
    }
  }

  /// What the user wrote a second look would show (A87); empty when the question is open.
  static func secondLook(_ dossier: Dossier) -> String {
    let all = dossier.responses.filter { $0.item == LetterFacts.secondLook && !$0.isSkipped }
    return all.last { !LetterText.phrase($0.value).isEmpty }?.value ?? ""
  }

  /// Why a second look has nothing to show yet (A87).
  static func gate(_ dossier: Dossier) -> String? {
    secondLook(dossier).isEmpty
      ? "First say what a second look would show. The debrief has a question for it." : nil
  }

  /// Why one of the three things cannot be answered by a letter yet (A88), as the end of a sentence;
  /// nil when it can.
  static func lack(_ thing: Feedback.Thing, _ dossier: Dossier) -> String? {
    if thing.gap == .lacking {
      return "is something you said you don't have yet. A letter can't show it"
    }
    let example = LetterText.phrase(thing.example ?? "")
    if example.isEmpty {
      return "has no concrete example yet. Edit their reply under Feedback to add one"
    }
    let desk = LetterFactsDesk(dossier, to: nil, now: dossier.application.created)
    if desk.retracts(example) || desk.retracts(LetterText.phrase(thing.text)) {
      return "mentions a claim you dropped"
    }
    guard let proof = thing.proof, isProof(proof, dossier) else {
      return
        "has an example that isn't linked to anything yet. Edit their reply under Feedback to link it"
    }
    return nil
  }

  /// What may show an example: exchanges, strengths that are more than a guess, and what stands in
  /// the preparation unless it was taken back, in the order of the screen.
  public static func proofs(_ dossier: Dossier) -> [(id: ID, text: String)] {
    dossier.turns.filter { !$0.question.isEmpty }.map { ($0.id, $0.question) }
      + dossier.findings.filter { $0.kind == .strength && $0.tier > .guess }
      .map { ($0.id, $0.statement) }
      + dossier.preparations.filter(isShown).map { ($0.id, $0.text) }
  }

  private static func isProof(_ id: ID, _ dossier: Dossier) -> Bool {
    dossier.turns.contains { $0.id == id }
      || dossier.findings.contains { $0.id == id && $0.kind == .strength && $0.tier > .guess }
      || dossier.preparations.contains { $0.id == id && isShown($0) }
  }

  private static func isShown(_ it: Preparation) -> Bool {
    switch it.kind {
    case .claim: it.state == .provable
    case .requirement: it.state == .met || it.state == .partly
    case .answer, .document: true
    case .instruction, .company, .fit, .question: false
    }
  }

  /// Why there is no summary of evidence (L6); `open` says how it stands where nobody said no.
  static func evidenceRefusal(_ dossier: Dossier, open: String?) -> String? {
    if let open { return "\(open), so there's nothing to add yet." }
    guard let reply = reply(dossier) else {
      return "None of their replies says what held you back. You can add it under Feedback."
    }
    for thing in reply.three where !LetterText.phrase(thing.text).isEmpty {
      if let lack = lack(thing, dossier) { return "“\(LetterText.phrase(thing.text))” \(lack)." }
    }
    return gate(dossier)
  }

  /// Why there is no request for one's data (L10): it is for places that know the right, and for a
  /// question that was asked kindly and stayed open.
  static func accessRefusal(_ dossier: Dossier, now: Moment) -> String? {
    guard let region = dossier.application.region else {
      return "You can ask for your data in the EU and the UK. "
        + "Edit the application to say where they are."
    }
    if region == .other { return "You can only ask for your data in the EU and the UK." }
    let open = dossier.feedback.filter { $0.asked != nil && $0.received == nil }
    // Where they give none, nobody has to ask in vain first.
    if open.isEmpty { return dossier.givesNoFeedback ? nil : "Ask for feedback first." }
    let late = open.filter { it in
      it.closed || it.due ?? it.asked?.adding(days: 14) ?? now.day <= now.day
    }
    if late.isEmpty { return "They may still answer. Give it a little more time." }
    return nil
  }
}

extension LetterDraft {
  /// Why there is no text, in one sentence; nil when there is one.
  public var refusal: String? {
    guard let gap = gaps.first(where: \.required) else { return nil }
    return "This letter needs \(gap.missing): \(gap.fill)."
  }
}
