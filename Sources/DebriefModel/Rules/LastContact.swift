/// How the two sides parted, and what is still to do after a no (A67 to A70, A95).
public enum LastContact {
  /// The question how one answered them.
  static let replyItem = "refusal.reply"
  /// The letters that are warm by what they are: thanks, good wishes, staying in touch.
  static let warmLetters: Set<String> = ["L1", "L2", "L3", "L5", "L8", "L9"]

  /// The day of a cold ending: the last contact whose tone is known was cold, and nothing warm has
  /// followed. Nil when it ended well, or when nobody said how.
  public static func coldEnding(_ dossier: Dossier) -> Day? {
    // What happened, and whether it was cold; in the order in which it happened.
    var contacts: [(on: Day, recorded: Moment?, cold: Bool)] = []
    for event in dossier.events {
      // Of one without a day nobody can say what came after it.
      guard let on = event.known else { continue }
      switch event.tone {
      case .cold?: contacts.append((on, event.recorded, true))
      case .warm?: contacts.append((on, event.recorded, false))
      case nil where event.kind == .thanked: contacts.append((on, event.recorded, false))
      case .neutral?, nil: break
      }
    }
    for answer in dossier.responses where answer.item == replyItem && answer.value == "sharp" {
      contacts.append((answer.answered.day, answer.answered, true))
    }
    for letter in dossier.letters where warmLetters.contains(letter.kind) {
      if let sent = letter.sent { contacts.append((sent, nil, false)) }
    }
    // Of one day what was written down later came later; a letter closes its day.
    let last = contacts.max { a, b in
      if a.on != b.on { return a.on < b.on }
      switch (a.recorded, b.recorded) {
      case (let x?, let y?): return x < y
      case (nil, _): return false
      case (_, nil): return true
      }
    }
    return last.flatMap { $0.cold ? $0.on : nil }
  }
}

extension Tone {
  /// As a form shows it.
  public var label: String {
    switch self {
    case .warm: "friendly"
    case .neutral: "neither friendly nor cold"
    case .cold: "cold"
    }
  }
}
