import DebriefModel
import TUI

/// One row of the pane: what can be selected.
enum PreparationItem: Equatable, Sendable {
  /// Something another application taught.
  case teaching(mark: String, text: String, role: Role)
  /// The head of a group.
  case heading(Preparation.Kind)
  /// An entry of a group.
  case entry(Preparation)
  /// The channel they asked for and the one used (A14).
  case channel
  /// The dress they expect (A18).
  case dress
  /// The pay named, usual, offered (A23).
  case pay

  /// What a search looks at.
  var text: String {
    switch self {
    case .teaching(_, let text, _): text
    case .heading(let kind): kind.label
    case .entry(let it): "\(it.text) \(it.detail)"
    case .channel: "channel"
    case .dress: "dress"
    case .pay: "pay"
    }
  }

  /// The group it belongs to.
  var kind: Preparation.Kind? {
    switch self {
    case .heading(let kind): kind
    case .entry(let it): it.kind
    case .channel: .instruction
    case .teaching, .dress, .pay: nil
    }
  }

  /// The entry it is.
  var entry: Preparation? {
    if case .entry(let it) = self { return it }
    return nil
  }
}

/// What to have ready before the talk, and what earlier talks taught about it.
struct PreparationPane: Pane {
  static let id = PaneID.preparation
  static let scope = Scope.preparation

  /// The selected row.
  var selected = 0
  /// The entry the selection stays on, wherever it moves.
  var follow: ID?
  /// What other applications taught, as it was when the rows were worked out.
  private(set) var teachings: Teachings?
  /// The words that are marked in answers, as they were then.
  private(set) var hedges: Hedges?
  /// The questions of the bank that the user's profile answers.
  private(set) var bank: [BankQuestion] = []
  /// All rows, in the order of the screen.
  private(set) var items: [PreparationItem] = []

  /// Works out the rows again.
  mutating func follow(_ folder: Folder, _ desk: Desk) {
    let dossier = folder.dossier
    (teachings, hedges) = (folder.teachings.value, desk.hedges.value)
    bank = folder.bank.filter { $0.tags.contains("availability") }
    items = earlier(dossier) + lessons()
    for kind in Preparation.Kind.allCases {
      items.append(.heading(kind))
      if kind == .instruction { items.append(.channel) }
      items += dossier.preparations.filter { $0.kind == kind }.map(PreparationItem.entry)
      if kind == .company { items.append(.dress) }
      if kind == .requirement { items.append(.pay) }
    }
    if let follow, let at = items.firstIndex(where: { $0.entry?.id == follow }) { selected = at }
    selected = max(0, min(selected, items.count - 1))
  }

  /// That one applied to this company before, and how it went (A85).
  private func earlier(_ dossier: Dossier) -> [PreparationItem] {
    let said = EarlierHere.sentence(teachings?.here ?? [], on: EarlierHere(dossier).day)
    return said.isEmpty ? [] : [.teaching(mark: "*", text: said, role: .accent)]
  }

  private func lessons() -> [PreparationItem] {
    guard let it = teachings else { return [] }
    func line(_ text: String) -> String {
      text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
    var rows = it.lessons.map {
      PreparationItem.teaching(
        mark: "*", text: "\($0.thing.lesson) (\($0.company))", role: .accent)
    }
    rows += it.improvements.map {
      .teaching(mark: ">", text: "try it now: \($0.thing.what) (\($0.company))", role: .warning)
    }
    rows += it.weak.map {
      .teaching(
        mark: "-", text: "was hard before: \($0.thing.question) (\($0.company))", role: .weakness)
    }
    rows += it.replies.map {
      let texts = [$0.thing.verbatim, $0.thing.aspect, $0.thing.fit, $0.thing.qualification]
      let said = texts.first { !$0.isEmpty } ?? "no words"
      return .teaching(mark: "\"", text: "\($0.thing.from): \"\(line(said))\"", role: .body)
    }
    return rows
  }

  /// The row the commands work on.
  var current: PreparationItem? { items.indices.contains(selected) ? items[selected] : nil }

  // MARK: - The pane

  func texts(_ folder: Folder) -> [String] { items.map(\.text) }

  func row(_ folder: Folder) -> Int { selected }

  mutating func select(_ row: Int, _ folder: Folder) {
    selected = max(0, min(row, items.count - 1))
    follow = current?.entry?.id
  }

  func title(_ folder: Folder) -> String { "Preparation" }

  private static func name(_ item: PreparationItem) -> String { item.entry?.id.text ?? "\(item)" }

  func bar(_ desk: Desk) -> Bar? {
    current.map { Bar(PreparationPane.name($0), $0.entry.hashValue) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    items.firstIndex { PreparationPane.name($0) == thing }
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return nil }
    return moved(key, items.count, desk)
  }

  /// Asks for what other applications taught, and for the words that are marked in answers.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    guard let folder = desk.folder else { return [] }
    var effects: [Effect] = []
    if desk.folder?.teachings.asks() == true { effects.append(.loadTeachings(folder.id)) }
    let isMarked = folder.dossier.preparations.contains {
      $0.kind == .answer && !$0.detail.isEmpty
    }
    if isMarked, desk.hedges.asks() { effects.append(.loadHedges) }
    return effects
  }
}

extension Scope {
  static let preparation = pane(
    "preparation", "Preparation", taken: Keys.list)
}
