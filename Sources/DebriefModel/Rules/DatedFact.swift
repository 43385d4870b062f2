/// Something of an application that has a day, or could have one, and whose day can be corrected: the
/// screen and `debrief correct` list the same.
public struct DatedFact: Sendable {
  /// What it is.
  public enum What: Sendable {
    /// A fact of the ledger.
    case event(Event)
    /// An interview, held, booked or called off.
    case round(Interview)
  }

  /// Its place in the list, 1 first.
  public let number: Int
  /// The fact itself.
  public let what: What

  /// Everything that has a day, or could have one, in the order of days.
  public static func list(_ dossier: Dossier) -> [DatedFact] {
    let order = TimelineOrder(dossier.events, dossier.interviews)
    let all =
      dossier.dated.filter { !$0.saysNoDay(of: dossier.interviews) }
      .map { (order.place($0), What.event($0)) }
      + dossier.interviews.map { (order.place($0), What.round($0)) }
    return all.sorted { $0.0 < $1.0 }.enumerated().map {
      DatedFact(number: $0.offset + 1, what: $0.element.1)
    }
  }

  /// Those a word means: the number in the list, the whole name of a kind or of an outcome, the
  /// beginning of one, or a word of its label.
  public static func meant(_ words: String, _ list: [DatedFact]) -> [DatedFact] {
    let typed = words.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    if let number = Int(typed) { return list.filter { $0.number == number } }
    if let id = list.first(where: { $0.id.text == words }) { return [id] }
    let whole = list.filter { $0.names.contains(typed) }
    if !whole.isEmpty || typed.isEmpty { return whole }
    let begun = list.filter { $0.names.contains { $0.hasPrefix(typed) } }
    // A word in what the list calls it: "no" in "they said no".
    return begun.isEmpty
      ? list.filter {
        $0.label.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == typed }
      }
      : begun
  }

  /// The id of the fact or of the round.
  public var id: ID {
    switch what {
    case .event(let it): it.id
    case .round(let it): it.id
    }
  }

  /// What it is, in words.
  public var label: String {
    switch what {
    case .event(let it): it.kind.label
    case .round(let it): "interview, round \(it.round)"
    }
  }

  /// What it is, as a line of a list begins.
  public var title: String {
    switch what {
    case .event(let it): it.kind.label
    case .round(let it): "Interview, round \(it.round)"
    }
  }

  /// Its day as a person says it, and for a round the time.
  public func when(today: Day) -> String {
    switch what {
    case .event(let it):
      it.known.map { "\($0.weekdayName) \($0.short(today: today))" } ?? "date not noted"
    case .round(let it):
      it.start.map {
        "\($0.day.weekdayName) \($0.day.short(today: today))"
          + (it.clockText.map { " \($0)" } ?? "")
      } ?? "date not noted"
    }
  }

  /// Its day, and for a round the time.
  public var day: String? {
    switch what {
    case .event(let it):
      it.known.map { $0.description + (it.due.map { " for \($0)" } ?? "") }
    case .round(let it): it.startText
    }
  }

  /// Its day as a sentence has it, and for a round the time.
  public var said: String {
    switch what {
    case .event(let it):
      it.known.map { $0.long + (it.due.map { " for \($0.long)" } ?? "") } ?? "without a date"
    case .round(let it):
      it.start.map { TalkTime(start: $0, dayOnly: !it.hasHour).long } ?? "without a date"
    }
  }

  /// The days it was on before it was corrected.
  public var was: [String] {
    switch what {
    case .event(let it):
      (it.earlier ?? []).map { $0.on.description + ($0.due.map { " for \($0)" } ?? "") }
    case .round: []
    }
  }

  /// What it is called: as it is stored, as a list shows it, and as the outcome command has it.
  private var names: [String] {
    func plain(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    switch what {
    case .event(let it):
      let ending = Recipe.Ending.allCases.first { $0.event == it.kind }?.rawValue
      return [it.kind.rawValue, it.kind.label, ending ?? ""].map(plain).filter { !$0.isEmpty }
    case .round(let it): return ["interview", "round\(it.round)", "interview\(it.round)"]
    }
  }
}
