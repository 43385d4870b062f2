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
struct PreparationPane: Equatable, Sendable {
  /// The selected row.
  var selected = 0
  /// The entry the selection stays on, wherever it moves.
  var follow: ID?
  /// What other applications taught; nil before it was read.
  var teachings: Teachings?
  /// The words that are marked in answers.
  var hedges: Hedges?
  /// Whether it was asked for, so that it is asked for once.
  var askedFor = false
  /// The questions of the bank that the user's profile answers.
  private(set) var bank: [BankQuestion] = []
  /// All rows, in the order of the screen.
  private(set) var items: [PreparationItem] = []

  /// Works out the rows again.
  mutating func refresh(_ dossier: Dossier, bank: [BankQuestion], now: Moment) {
    self.bank = bank.filter { $0.tags.contains("availability") }
    items = lessons()
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
        mark: "-", text: "weak before: \($0.thing.question) (\($0.company))", role: .weakness)
    }
    rows += it.replies.map {
      let texts = [$0.thing.verbatim, $0.thing.aspect, $0.thing.fit, $0.thing.qualification]
      let said = texts.first { !$0.isEmpty } ?? "no words"
      return .teaching(mark: "F", text: "\($0.thing.from): \"\(line(said))\"", role: .body)
    }
    return rows
  }

  /// The row the commands work on.
  var current: PreparationItem? { items.indices.contains(selected) ? items[selected] : nil }

  mutating func select(_ index: Int) {
    selected = max(0, min(index, items.count - 1))
    follow = current?.entry?.id
  }

  mutating func rawKey(_ key: Key) -> Bool {
    var list = ListState()
    list.select(selected, count: items.count, height: 8)
    guard list.handle(key, count: items.count, height: 8) else { return false }
    select(list.selection)
    return true
  }

  mutating func perform(
    _ action: Action, _ dossier: Dossier, content: Content, now: Moment, ids: inout IDSource
  ) -> [Request] {
    let application = dossier.application.id
    guard let item = current else { return [] }
    switch action {
    case .preparationAdd:
      if let kind = item.kind { return [.form(.preparation(application, kind, editing: nil))] }
      return [.overlay(.picker(kindPicker))]
    case .preparationBank: return [.overlay(.picker(bankPicker(dossier, content, now: now)))]
    case .preparationEdit:
      switch item {
      case .entry(let it): return [.form(.preparation(application, it.kind, editing: it.id))]
      case .heading(let kind): return [.form(.preparation(application, kind, editing: nil))]
      case .channel, .pay: return [.form(.application(application))]
      case .dress:
        let round = PreparationRules.round(dossier, now: now)
        return [.form(.interview(application, editing: round?.id))]
      case .teaching: return []
      }
    case .preparationCycle:
      guard let it = item.entry else { return [] }
      let next = it.cycled(on: now.day)
      return [
        .effect(
          .apply(
            Change(
              "set \(it.kind.one) to \(Preparation.label(next.state, it.kind))",
              [.update(from: .preparation(it), to: .preparation(next))])))
      ]
    case .preparationRate:
      guard let it = item.entry, let picker = ratePicker(it, dossier, now: now) else { return [] }
      return [.overlay(.picker(picker))]
    case .preparationFit:
      guard let change = FitRules.standard(content.bank, dossier, ids: &ids, now: now) else {
        return []
      }
      if case .insert(.preparation(let first))? = change.operations.first { follow = first.id }
      return [.effect(.apply(change)), .notice("Added; {preparation.rate} rates one, 1 to 5.")]
    case .preparationDelete:
      guard let it = item.entry else { return [] }
      return [
        .effect(.apply(Change("delete \(it.kind.one)", [.delete(.preparation(it))]))),
        .notice("Deleted; {undo} brings it back."),
      ]
    case .preparationWeakness:
      guard let finding = weakness(item, dossier, ids: &ids, now: now) else { return [] }
      return [
        .effect(.apply(Change("add weakness from preparation", [.insert(.finding(finding))]))),
        .notice("Added as a weakness; 1 shows it."),
      ]
    default: return []
    }
  }

  private func weakness(
    _ item: PreparationItem, _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> Finding? {
    switch item {
    case .entry(let it): Recipe.weakness(it, dossier, ids: &ids, now: now)
    case .dress: Recipe.dressWeakness(dossier, ids: &ids, now: now)
    default: nil
    }
  }

  private var kindPicker: PickerOverlay {
    let options = Preparation.Kind.allCases.map { PickerOption(id: $0.rawValue, title: $0.one) }
    return PickerOverlay(
      picker: Picker(title: "What is to be ready?", options: options, filterable: false),
      purpose: .preparation)
  }

  func whyDisabled(
    _ action: Action, _ dossier: Dossier, bank: [BankQuestion], now: Moment
  ) -> String? {
    switch action {
    case .preparationAdd: return nil
    case .preparationBank: return bank.isEmpty ? "The question bank is empty." : nil
    case .preparationEdit:
      if case .teaching? = current {
        return "It belongs to another application; {search} finds it."
      }
      return nil
    case .preparationFit:
      if !bank.contains(where: { $0.side == .fit }) { return "The question bank asks for no fit." }
      let known = dossier.preparations.filter { $0.kind == .fit }.map(\.text)
      return bank.allSatisfy { $0.side != .fit || known.contains($0.ask) }
        ? "It is all on your list already; {preparation.rate} rates one." : nil
    case .preparationRate:
      guard let it = current?.entry, it.kind == .fit || it.kind == .claim else {
        return "Only a fit and a claim are rated; {review.find} finds one."
      }
      if it.kind == .claim, FitRules.rating(dossier, now: now) == .before {
        return "What became of a claim is known after the talk."
      }
      return nil
    case .preparationCycle where current?.entry?.kind == .fit:
      return "{preparation.rate} rates how well it fits, 1 to 5."
    case .preparationCycle, .preparationDelete:
      return current?.entry == nil ? "There is no entry here; {preparation.add} adds one." : nil
    case .preparationWeakness:
      var ids = IDSource(seed: 0)
      guard let item = current, let found = weakness(item, dossier, ids: &ids, now: now) else {
        return "Only what was missed in time, must be taken back, or fell short is a weakness."
      }
      let known = dossier.findings.contains { $0.statement == found.statement }
      return known ? "It is a weakness already; 1 shows it." : nil
    default: return nil
    }
  }
}
