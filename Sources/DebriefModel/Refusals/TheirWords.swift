/// What is kept of the employer's words beside the words themselves.
extension Recipe {
  /// Whether a change brings words of theirs that may be read.
  public static func bringsTheirWords(_ change: Change) -> Bool {
    change.operations.contains {
      offered(in: $0) != nil || refused(in: $0) != nil || reply(in: $0) != nil
    }
  }

  /// The same change with what their words say: the days that a rejection names come back in the agenda
  /// (A94), whoever said that they give no feedback isn't to be asked for it, and a reply of stock phrases is known for what it is (A66, A80), where the user has not judged
  /// it; and an offer wants its answer by the day that it names. Nothing else is taken from them.
  public static func understood(
    _ change: Change, known: (ID) -> [Mark], now: Moment,
    read: (String, Day) -> RefusalReading?
  ) -> Change {
    var change = change
    for (at, operation) in change.operations.enumerated() {
      if var it = offered(in: operation) {
        guard let due = OfferWords.deadline(of: it) else { continue }
        it.due = due
        if case .update(let from, _) = operation {
          change.operations[at] = .update(from: from, to: .event(it))
        } else {
          change.operations[at] = .insert(.event(it))
        }
      } else if let event = refused(in: operation) {
        change.operations += noted(
          event.reading(read), in: event, known: known(event.application), now: now)
      } else if var it = reply(in: operation), let day = it.received {
        guard let candour = read(it.verbatim, day)?.stock else { continue }
        it.candour = candour
        if case .update(let from, _) = operation {
          change.operations[at] = .update(from: from, to: .feedback(it))
        } else {
          change.operations[at] = .insert(.feedback(it))
        }
      }
    }
    return change
  }

  /// An offer with new words, and no day by which it wants its answer. Whoever takes the day away while the
  /// words change means it.
  private static func offered(in operation: Change.Operation) -> Event? {
    switch operation {
    case .insert(.event(let it)) where it.kind == .offered && it.due == nil && !it.words.isEmpty: it
    case .update(.event(let old), .event(let it))
    where it.kind == .offered && it.due == nil && old.due == nil && !it.words.isEmpty
      && it.words != old.words:
      it
    default: nil
    }
  }

  /// A rejection with new words.
  private static func refused(in operation: Change.Operation) -> Event? {
    switch operation {
    case .insert(.event(let it)) where it.kind == .refused && !it.words.isEmpty: it
    case .update(.event(let old), .event(let it))
    where it.kind == .refused && !it.words.isEmpty && it.words != old.words: it
    default: nil
    }
  }

  /// A reply with new words that nobody has judged.
  private static func reply(in operation: Change.Operation) -> Feedback? {
    func isNew(_ it: Feedback) -> Bool {
      it.isEmployers && it.received != nil && it.candour == nil && !it.verbatim.isEmpty
        && it.three.isEmpty
    }
    return switch operation {
    case .insert(.feedback(let it)) where isNew(it): it
    case .update(.feedback(let old), .feedback(let it))
    where isNew(it) && it.verbatim != old.verbatim: it
    default: nil
    }
  }
}

extension RefusalReading {
  /// How openly stock phrases speak; nil where the words may be something else.
  var stock: Candour? {
    guard claims.isEmpty, !also.contains(.reason) else { return nil }
    return switch kind {
    case .form: .boilerplate
    case .some(.none): .declined
    case .reason, .notYours, .undecided, .closed, .kept, .reapply, nil: nil
    }
  }
}
