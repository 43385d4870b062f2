/// Which of the answers one had prepared were told, over all interviews: the same example under another question,
/// and at another company, is the same one (A27, A106).
extension MonthTally {
  /// Counts what was told of what was prepared: only where somebody matched the two, for else nothing is known.
  mutating func addExamples() {
    guard it.turns.contains(where: { $0.preparation != nil }) else { return }
    let known = Dictionary(
      it.prepared.filter { !$0.example.isEmpty }.map { ($0.id, $0.example) },
      uniquingKeysWith: { first, _ in first })
    for turn in it.turns where turn.asker == .them {
      guard let example = turn.preparation.flatMap({ known[$0] }) else { continue }
      let words = NameFolding.words(example).joined(separator: " ")
      guard !words.isEmpty else { continue }
      if examples[words] == nil { examples[words] = example }
      if let rating = turn.rating {
        rate(.example(words), rating, turn)
      } else {
        note(.example(words), true, at: .turn(turn.id), { _ in "not rated: \(turn.question)" })
      }
    }
  }
}

extension MonthFacts {
  /// So many letters and signs tell one example from another.
  public static let beginning = 200
}

extension MonthTally {
  /// The facts behind the row that is wanted, with a reason by its name: no screen shows its code.
  ///
  /// - Parameter title: What a reason is called, by its code.
  public func found(title: (String) -> String) -> [MonthFact] {
    guard case .blind? = wanted else { return found }
    return found.map {
      var it = $0
      it.text = title(it.text)
      return it
    }
  }
}

extension MonthKey.Seen {
  /// Who saw it, in words.
  var label: String {
    switch self {
    case .both: "you both saw it"
    case .they: "only they saw it"
    case .you: "only you saw it"
    }
  }
}
