/// What can be looked through for words and dates.
public protocol FieldContent: Hashable, Sendable {
  /// The words in it, for a search.
  var words: String { get }
  /// Whether its dates can be written down with four digits for the year.
  var isStorable: Bool { get }
  /// The ids in it.
  var ids: [ID] { get }
}

extension FieldContent {
  /// The words in it.
  public var words: String { "" }
  /// Whether its dates can be written down.
  public var isStorable: Bool { true }
  /// The ids in it.
  public var ids: [ID] { [] }
}

/// What a field can hold.
public protocol Storable: FieldContent {
  /// What kind of field it makes.
  static var storedKind: FieldKind { get }
  /// All there are of a choice; nil for what is none.
  static var choices: [FieldValue]? { get }
  /// Reads its column; moments are read by the clock of the zone.
  init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable)
  /// What its column holds.
  var stored: FieldValue { get }
  /// Passes what it is made of through a rewriting.
  mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask)
  /// What two edits of it become that began from one base, and what is to be told of it.
  static func merged(
    _ base: Self, _ ours: Self, _ theirs: Self, _ how: FieldMerge
  ) -> (Self, Meeting.Outcome?)
  /// What stands for nothing in a text that may be left out; nil where nothing does.
  static var blank: Self? { get }
}

extension Storable {
  /// All there are of it.
  public static var choices: [FieldValue]? { nil }
  /// Nothing typed.
  public static var blank: Self? { nil }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) {}
  /// What two edits of it become.
  public static func merged(
    _ base: Self, _ ours: Self, _ theirs: Self, _ how: FieldMerge
  ) -> (Self, Meeting.Outcome?) {
    (ours, how.isPassing ? nil : .ours)
  }
}

/// One of a few, stored by its name.
public protocol FieldChoice: RawRepresentable, CaseIterable, Codable, FieldPart, Storable
where RawValue == String {}

extension FieldChoice {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .choice }
  /// All there are of it.
  public static var choices: [FieldValue]? { allCases.map(\.stored) }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) {
    guard let value = Self(rawValue: try cell.text()) else { throw JSONTree.Unreadable() }
    self = value
  }
  /// What its column holds.
  public var stored: FieldValue { .text(rawValue) }
  /// Those that the strings of their JSON stand for.
  public static func plain(_ strings: [String]) -> [Self]? {
    let values = strings.compactMap { Self(rawValue: $0) }
    return values.count == strings.count ? values : nil
  }
}

/// What a list or a field of its own form is made of: it is kept as JSON.
public protocol FieldPart: FieldContent, Codable {
  /// Passes what it is made of through a rewriting.
  mutating func rewrite(_ rewriting: Rewriting)
  /// Those that the strings of their JSON stand for, names and values one after another; nil where only
  /// a reader of JSON can tell.
  static func plain(_ strings: [String]) -> [Self]?
  /// What two edits of a list become, and what is to be told of it. Unless a part says otherwise, what
  /// either added is there and what we took out is gone.
  static func merged(
    _ base: [Self], _ ours: [Self], _ theirs: [Self]
  ) -> ([Self], Meeting.Outcome?)
}

extension FieldPart {
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting) {}
  /// Those that the strings of their JSON stand for.
  public static func plain(_ strings: [String]) -> [Self]? { nil }
  /// What two edits of it become.
  public static func merged(
    _ base: [Self], _ ours: [Self], _ theirs: [Self]
  ) -> ([Self], Meeting.Outcome?) {
    let gone = base.filter { !ours.contains($0) }
    let kept = theirs.filter { !gone.contains($0) }
    return (kept + ours.filter { !base.contains($0) && !kept.contains($0) }, nil)
  }
}

extension Array: FieldContent, Storable where Element: FieldPart {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .parts }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) { self = try cell.parts() }
  /// What its column holds.
  public var stored: FieldValue { isEmpty ? .text("[]") : FieldValue(json: self) }
  /// The words in it.
  public var words: String { map(\.words).joined(separator: "\n") }
  /// Whether its dates can be written down.
  public var isStorable: Bool { allSatisfy(\.isStorable) }
  /// The ids in it.
  public var ids: [ID] { flatMap(\.ids) }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) {
    for i in indices { self[i].rewrite(rewriting) }
  }
  /// What two edits of it become.
  public static func merged(
    _ base: Self, _ ours: Self, _ theirs: Self, _ how: FieldMerge
  ) -> (Self, Meeting.Outcome?) {
    how == .members ? Element.merged(base, ours, theirs) : (ours, how.isPassing ? nil : .ours)
  }
}

extension Optional: FieldContent, Storable where Wrapped: Storable {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { Wrapped.storedKind }
  /// All there are of it.
  public static var choices: [FieldValue]? { Wrapped.choices.map { $0 + [.none] } }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) {
    if case .none = cell { self = nil } else { self = try Wrapped(cell, zone) }
  }
  /// What its column holds.
  public var stored: FieldValue { self?.stored ?? .none }
  /// The words in it.
  public var words: String { self?.words ?? "" }
  /// Whether its dates can be written down.
  public var isStorable: Bool { self?.isStorable ?? true }
  /// The ids in it.
  public var ids: [ID] { self?.ids ?? [] }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) {
    self?.rewrite(rewriting, mask)
  }
  /// What two edits of it become.
  public static func merged(
    _ base: Self, _ ours: Self, _ theirs: Self, _ how: FieldMerge
  ) -> (Self, Meeting.Outcome?) {
    guard let blank = Wrapped.blank else { return (ours, how.isPassing ? nil : .ours) }
    let typed = ours ?? blank
    let (merged, outcome) = Wrapped.merged(base ?? blank, typed, theirs ?? blank, how)
    return (merged == typed ? ours : merged, outcome)
  }
}

extension String: Storable {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .text }
  /// Nothing typed.
  public static var blank: String? { "" }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) { self = try cell.text() }
  /// What its column holds.
  public var stored: FieldValue { .text(self) }
  /// The words in it.
  public var words: String { self }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) {
    self = rewriting.words(self, mask)
  }
  /// What two edits of it become.
  public static func merged(
    _ base: String, _ ours: String, _ theirs: String, _ how: FieldMerge
  ) -> (String, Meeting.Outcome?) {
    guard let text = how.both(base, ours, theirs) else {
      return (ours, how.isPassing ? nil : .ours)
    }
    if text == theirs, ours.isEmpty { return (text, .theirs) }
    return (text, text == ours || text == theirs ? nil : .both)
  }
}

extension ID: Storable, FieldPart {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .reference }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) {
    self.init(try cell.text())
  }
  /// What its column holds.
  public var stored: FieldValue { .text(text) }
  /// The ids in it.
  public var ids: [ID] { [self] }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) { rewrite(rewriting) }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting) { self = rewriting.id(self) }
  /// Those that the strings of their JSON stand for.
  public static func plain(_ strings: [String]) -> [ID]? { strings.map { ID($0) } }
}

extension Int: Storable {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .number }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) { self = try cell.number() }
  /// What its column holds.
  public var stored: FieldValue { .number(self) }
  /// What two edits of it become.
  public static func merged(
    _ base: Int, _ ours: Int, _ theirs: Int, _ how: FieldMerge
  ) -> (Int, Meeting.Outcome?) {
    how == .counted ? (theirs + ours - base, nil) : (ours, how.isPassing ? nil : .ours)
  }
}

extension Bool: Storable {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .flag }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) {
    self = try cell.number() != 0
  }
  /// What its column holds.
  public var stored: FieldValue { .number(self ? 1 : 0) }
}

extension Day: Storable {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .day }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) { self = try cell.day() }
  /// What its column holds.
  public var stored: FieldValue { .text(description) }
  /// Whether its dates can be written down.
  public var isStorable: Bool { (1...9999).contains(year) }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) {
    self = rewriting.day(self)
  }
}

extension Moment: Storable {
  /// Which kind of field it makes.
  public static var storedKind: FieldKind { .moment }
  /// Reads its column.
  ///
  /// - Throws: ``JSONTree/Unreadable`` where it holds something else.
  public init(_ cell: Cell, _ zone: Zone?) throws(JSONTree.Unreadable) {
    self = try cell.moment(zone)
  }
  /// What its column holds.
  public var stored: FieldValue { .text(description) }
  /// Whether its dates can be written down.
  public var isStorable: Bool {
    (-62_135_510_400...253_402_200_000).contains(seconds) && abs(offset) < 1440
  }
  /// Passes what it is made of through a rewriting.
  public mutating func rewrite(_ rewriting: Rewriting, _ mask: FieldMask) {
    self = rewriting.moment(self)
  }
}
