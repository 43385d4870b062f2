/// An answer of several lines is a list, and each of its lines is a thing of its own (A37).
extension Wizard {
  /// More lines than this are a text, and no list.
  static let mostLines = 6

  /// The lines of an answer that say something.
  static func lines(_ answer: String) -> [String] {
    answer.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// What a question suggests after an answer: what is made of the words is suggested once for each line.
  static func suggestions(_ item: Item, _ answer: String) -> [Suggestion] {
    let lines = lines(answer)
    guard item.kind == .text, (2...mostLines).contains(lines.count) else { return item.suggests }
    return item.suggests.flatMap { suggestion in
      guard suggestion.statement.contains("{answer}") else { return [suggestion] }
      return lines.map { line in
        var it = suggestion
        it.statement = fill(suggestion, line)
        return it
      }
    }
  }

  /// The question what they may have wondered about.
  static let worriesItem = "worries.theirs"

  /// The answers to what they may have wondered about, each put with the change that was made of it: so it stands
  /// wherever the change is shown, before the next interview above all.
  func counters(_ value: String) -> [Change.Operation] {
    guard let entry = everything.first(where: { $0.item.id == Wizard.worriesItem }),
      let made = entry.item.suggests.first(where: { $0.statement.contains("{answer}") })
    else { return [] }
    let worries = Wizard.lines(entry.response?.value ?? "")
    return zip(worries, Wizard.lines(value)).compactMap { worry, answer in
      let plain = Wizard.fill(made, worry)
      guard
        let old = dossier.improvements.first(where: {
          $0.debrief == debrief.id && $0.state == .open
            && ($0.what == plain || $0.what.hasPrefix("\(plain) (“"))
        })
      else { return nil }
      var new = old
      new.what = "\(plain) (“\(answer)”)"
      return new == old ? nil : .update(from: .improvement(old), to: .improvement(new))
    }
  }
}
