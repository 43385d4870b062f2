/// What somebody calls themselves at the end of what they wrote. Whoever signs with a first name is
/// greeted by it (the tone they chose); everybody else is greeted by the whole name.
enum SignedName {
  /// The lines of an end that are looked at: a name, a title, a company, a telephone number.
  private static let lines = 6

  /// The first name a person signed with in the latest of their texts that is signed; nil where they signed with
  /// more than that, or not at all.
  static func first(of person: Person, in dossier: Dossier) -> String? {
    let names = person.name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard names.count > 1, let first = names.first, first.count > 1, !first.contains(".") else {
      return nil
    }
    // The place keeps two texts of one day in their order.
    let replies = dossier.feedback.filter { $0.person == person.id && $0.channel == .email }.map {
      (day: $0.received, text: $0.verbatim)
    }
    let news = dossier.events.filter { $0.person == person.id }.map {
      (day: $0.known, text: $0.words)
    }
    let texts = (news + replies).enumerated().sorted {
      ($0.element.day?.description ?? "", $0.offset)
        < ($1.element.day?.description ?? "", $1.offset)
    }
    for it in texts.reversed() {
      switch signature(it.element.text, of: names) {
      case .first: return first
      case .whole: return nil
      case nil: continue
      }
    }
    return nil
  }

  private enum Signature { case first, whole }

  /// How a text is signed by somebody of these names; nil where it is not.
  private static func signature(_ text: String, of names: [String]) -> Signature? {
    let wanted = names.flatMap(NameFolding.words)
    guard let first = wanted.first else { return nil }
    let end = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
      .suffix(lines)
    // The first line of the text is its greeting or its news; a signature has something before it.
    for (at, line) in end.enumerated() where at > 0 || text.contains(where: \.isNewline) {
      // "Best, Ines" has it behind a comma.
      let part = line.split(separator: ",").last.map(String.init) ?? String(line)
      let words = NameFolding.words(part)
      if words == [first] { return isGreeting(line) ? nil : .first }
      if words.count > 1, words.starts(with: wanted) { return .whole }
    }
    return nil
  }

  /// "Hi Ines" is no signature, and neither is "Thank you, Ines" at the beginning of a quoted letter of one's own.
  private static func isGreeting(_ line: Substring) -> Bool {
    guard let word = NameFolding.words(String(line)).first else { return false }
    return ["dear", "hi", "hello", "hey"].contains(word)
  }
}
