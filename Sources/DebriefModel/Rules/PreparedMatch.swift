/// What was prepared beside what was asked (A106): shared words propose which prepared answer a question met,
/// the person decides, and each answer is met by one question at most.
public enum PreparedMatch {
  /// The questions they asked, in their order.
  public static func asked(_ dossier: Dossier) -> [Turn] {
    dossier.turns.filter { $0.asker == .them && !$0.question.trimmed.isEmpty }
  }

  /// The answers that were made ready.
  public static func prepared(_ dossier: Dossier) -> [Preparation] {
    dossier.preparations.filter {
      $0.kind == .answer && (!$0.detail.isEmpty || $0.state == .done)
    }
  }

  /// The answers that no question met yet.
  public static func free(_ dossier: Dossier) -> [Preparation] {
    let taken = Set(dossier.turns.compactMap(\.preparation))
    return prepared(dossier).filter { !taken.contains($0.id) }
  }

  /// For each question without an answer the one that fits it best, if one does; each answer once, the best
  /// fit first.
  public static func proposals(_ dossier: Dossier) -> [ID: ID] {
    var pairs: [(fit: Double, turn: Turn, entry: Preparation)] = []
    let free = free(dossier).map { ($0, AskedQuestions.words($0.text)) }
    for turn in asked(dossier) where turn.preparation == nil {
      let words = AskedQuestions.words(turn.question)
      for (entry, own) in free {
        if let fit = fit(words, own) { pairs.append((fit, turn, entry)) }
      }
    }
    pairs.sort {
      (-$0.fit, $0.turn.position, $0.turn.id, $0.entry.id)
        < (-$1.fit, $1.turn.position, $1.turn.id, $1.entry.id)
    }
    var found: [ID: ID] = [:]
    var taken: Set<ID> = []
    for pair in pairs where found[pair.turn.id] == nil && !taken.contains(pair.entry.id) {
      found[pair.turn.id] = pair.entry.id
      taken.insert(pair.entry.id)
    }
    return found
  }

  /// How much of what both are about is the same, 0 to 1; nil where they do not share enough.
  static func fit(_ a: Set<String>, _ b: Set<String>) -> Double? {
    let common = a.intersection(b).count
    guard common > 0 else { return nil }
    let share = Double(common) / Double(a.union(b).count)
    // One word alone is enough only where one of them has no more.
    guard common >= 2 || min(a.count, b.count) == 1 else { return nil }
    return share >= 0.25 ? share : nil
  }

  /// The change that says which answer a question met; nil for none. It is taken from the question that had
  /// it before.
  public static func match(_ turn: ID, with entry: ID?, _ dossier: Dossier) -> Change? {
    var operations: [Change.Operation] = []
    for old in dossier.turns {
      var next = old
      if old.id == turn {
        next.preparation = entry
      } else if entry != nil, old.preparation == entry {
        next.preparation = nil
      }
      if next != old { operations.append(.update(from: .turn(old), to: .turn(next))) }
    }
    guard !operations.isEmpty else { return nil }
    return Change(entry == nil ? "match removed" : "question matched", operations)
  }

  /// The change that takes all proposals; nil when there are none.
  public static func matchAll(_ dossier: Dossier) -> Change? {
    let proposals = proposals(dossier)
    let operations = dossier.turns.compactMap { old -> Change.Operation? in
      guard let entry = proposals[old.id] else { return nil }
      var next = old
      next.preparation = entry
      return .update(from: .turn(old), to: .turn(next))
    }
    return operations.isEmpty ? nil : Change("questions matched", operations)
  }

  /// `9 asked, 4 of them prepared; 5 prepared in vain`.
  public static func words(_ dossier: Dossier) -> String {
    let (asked, prepared) = (asked(dossier), prepared(dossier))
    let matched = asked.count { $0.preparation != nil || !$0.prepared.isEmpty }
    let met = Set(dossier.turns.compactMap(\.preparation))
    let inVain = prepared.count { !met.contains($0.id) }
    return
      "\(asked.count) asked, \(matched) of them prepared; \(inVain) prepared but not asked"
  }
}
