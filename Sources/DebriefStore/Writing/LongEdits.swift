import DebriefModel
import Foundation
import GRDB
import Glibc

/// How the journal keeps a change of a long text: what stands in the place of what, and not the whole text twice.
/// A thousand changes of a text of 1 MB would be 2 GB otherwise.
///
/// Such an operation is `{"edit": {"from": …, "to": …, "texts": […]}}` instead of `{"update": …}`, with its long
/// texts empty on both sides. To be whole again it needs the thing as it is on one of its sides, so that a journal
/// is only read along its order: see ``Around``.
enum LongEdit {
  /// From so many bytes on, on both sides, a text is kept as a change. Shorter ones stay whole.
  static let least = 4_096

  /// An operation as the journal keeps it.
  static func packed(_ operation: JSONTree) -> JSONTree {
    guard let update = operation["update"], let from = update["from"], let to = update["to"],
      case .object(var old)? = from["value"], case .object(var new)? = to["value"]
    else { return operation }
    var texts: [JSONTree] = []
    for place in old.indices {
      guard case .text(let was) = old[place].value, was.utf8.count >= least,
        let other = new.firstIndex(where: { $0.name == old[place].name }),
        case .text(let now) = new[other].value, now.utf8.count >= least
      else { continue }
      texts.append(TextEdit(old[place].name, from: was, to: now).tree)
      old[place].value = .text("")
      new[other].value = .text("")
    }
    if texts.isEmpty { return operation }
    return .object([
      .init(
        "edit",
        .object([
          .init("from", from.with("value", .object(old))),
          .init("to", to.with("value", .object(new))), .init("texts", .list(texts)),
        ]))
    ])
  }

  /// Whether an entry holds any: in a text the quotes would have a backslash before them.
  static func isIn(_ json: String) -> Bool {
    // What is written here holds no zero byte.
    json.withCString { strstr($0, "{\"edit\":") != nil }
  }

  /// An operation of an entry, and whether it is there with all its texts.
  struct Piece {
    var operation: Change.Operation
    var isWhole: Bool
  }

  /// The operations of an entry in their order, each completed by what was around it.
  ///
  /// - Parameter backwards: Whether the entry is gone through to take it back: then what is around stands
  ///   behind it, otherwise before it.
  /// - Throws: ``Unreadable`` for what is no entry of the journal.
  static func pieces(
    of json: String, backwards: Bool, _ around: inout Around
  ) throws -> (title: String, pieces: [Piece]) {
    guard isIn(json) else {
      let change = try Change(outline: json)
      for it in backwards ? change.inverse.operations : change.operations { around.follow(it) }
      return (change.title, change.operations.map { Piece(operation: $0, isWhole: true) })
    }
    let (title, list) = try parts(of: json)
    var pieces = try list.map { Piece(operation: try operation(bare($0)), isWhole: true) }
    for place in backwards ? Array(list.indices.reversed()) : Array(list.indices) {
      if list[place]["edit"] != nil {
        let key = ThingKey(pieces[place].operation.entity)
        let whole = try around.thing(key).flatMap { try completed(list[place], by: $0, backwards) }
        guard let whole else {
          pieces[place].isWhole = false
          around.things[key] = .some(nil)
          continue
        }
        pieces[place].operation = whole
      }
      let it = pieces[place].operation
      around.follow(backwards ? it.inverse : it)
    }
    return (title, pieces)
  }

  /// The entry without some of its operations, as the journal keeps it; nil where none of them is in it.
  static func entry(_ json: String, title: String, without isGone: (Change.Operation) -> Bool)
    throws
    -> (json: String, left: Int)?
  {
    let list = try parts(of: json).operations
    let rest = try list.filter { try !isGone(operation(bare($0))) }
    if rest.count == list.count { return nil }
    return (Change.entry(title, rest.count) { rest[$0] }, rest.count)
  }

  /// The title and the operations of an entry.
  fileprivate static func parts(of json: String) throws -> (title: String, operations: [JSONTree]) {
    guard let tree = try? JSONTree(json), case .text(let title)? = tree["title"],
      case .list(let list)? = tree["operations"]
    else { throw Unreadable(table: "journal") }
    return (title, list)
  }

  /// An operation with its long texts empty.
  fileprivate static func bare(_ tree: JSONTree) -> JSONTree {
    guard let edit = tree["edit"], let from = edit["from"], let to = edit["to"] else { return tree }
    return .object([.init("update", .object([.init("from", from), .init("to", to)]))])
  }

  fileprivate static func operation(_ tree: JSONTree) throws -> Change.Operation {
    guard let it = try? tree.decoded(Change.Operation.self) else {
      throw Unreadable(table: "journal")
    }
    return it
  }

  /// An operation with all its texts; nil where the thing is another one than on that side of it.
  private static func completed(
    _ tree: JSONTree, by thing: Entity, _ backwards: Bool
  ) throws -> Change.Operation? {
    guard let edit = tree["edit"], let from = edit["from"], let to = edit["to"],
      case .list(let texts)? = edit["texts"], case .object(var old)? = from["value"],
      case .object(var new)? = to["value"]
    else { throw Unreadable(table: "journal") }
    let there = try JSONTree(thing.noun)
    for text in texts {
      guard let text = TextEdit(text), let left = old.firstIndex(where: { $0.name == text.name }),
        let right = new.firstIndex(where: { $0.name == text.name })
      else { throw Unreadable(table: "journal") }
      guard case .text(let known)? = there[text.name],
        let other = backwards ? text.before(known) : text.after(known)
      else { return nil }
      old[left].value = .text(backwards ? other : known)
      new[right].value = .text(backwards ? known : other)
    }
    return try operation(
      .object([
        .init(
          "update",
          .object([
            .init("from", from.with("value", .object(old))),
            .init("to", to.with("value", .object(new))),
          ]))
      ]))
  }

  /// What is around an entry while the journal is gone through in its order, or backwards.
  struct Around {
    /// What is known of things by now; nil for those that are not there, or not known.
    fileprivate var things: [ThingKey: Entity?] = [:]
    private let load: (ThingKey) throws -> Entity?

    /// Begins with what is on file.
    init(_ db: Database) { load = { try db.load($0.kind, $0.id) } }

    /// Begins with nothing.
    init() { load = { _ in nil } }

    fileprivate func thing(_ key: ThingKey) throws -> Entity? {
      if let known = things[key] { return known }
      return try load(key)
    }

    /// Notes that an operation was carried out.
    mutating func follow(_ operation: Change.Operation) {
      let key = ThingKey(operation.entity)
      if case .delete = operation {
        things[key] = .some(nil)
      } else {
        things[key] = operation.entity
      }
    }

    /// Notes that a thing is not there.
    mutating func lacks(_ kind: Entity.Kind, _ id: ID) {
      things[ThingKey(kind: kind, id: id)] = .some(nil)
    }
  }
}

/// Where a text is other than it was: the bytes that are the same before and behind it, and what stood there.
private struct TextEdit {
  var name: String
  private var head = 0
  private var tail = 0
  private var was = ""
  private var now = ""
  /// The fingerprints of the whole texts: nothing is completed by another one.
  private var wasSum: String
  private var nowSum: String

  init(_ name: String, from old: String, to new: String) {
    self.name = name
    (wasSum, nowSum) = (TextEdit.sum(old), TextEdit.sum(new))
    let (a, b) = (Array(old.utf8), Array(new.utf8))
    let most = min(a.count, b.count)
    while head < most, a[head] == b[head] { head += 1 }
    // Never within a character of Unicode.
    while head > 0, TextEdit.isInside(a, head) || TextEdit.isInside(b, head) { head -= 1 }
    while tail < most - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    while tail > 0, TextEdit.isInside(a, a.count - tail) { tail -= 1 }
    was = String(decoding: a[head..<(a.count - tail)], as: UTF8.self)
    now = String(decoding: b[head..<(b.count - tail)], as: UTF8.self)
  }

  init?(_ tree: JSONTree) {
    guard case .text(let name)? = tree["name"], case .number(let head)? = tree["head"],
      case .number(let tail)? = tree["tail"], case .text(let was)? = tree["was"],
      case .text(let now)? = tree["now"], case .text(let wasSum)? = tree["wasSum"],
      case .text(let nowSum)? = tree["nowSum"], head >= 0, tail >= 0
    else { return nil }
    (self.name, self.head, self.tail, self.was, self.now) = (name, head, tail, was, now)
    (self.wasSum, self.nowSum) = (wasSum, nowSum)
  }

  var tree: JSONTree {
    .object([
      .init("name", .text(name)), .init("head", .number(head)), .init("tail", .number(tail)),
      .init("was", .text(was)), .init("now", .text(now)), .init("wasSum", .text(wasSum)),
      .init("nowSum", .text(nowSum)),
    ])
  }

  /// The text before the change; nil where `text` is not the one behind it.
  func before(_ text: String) -> String? { exchanged(text, now, nowSum, for: was, wasSum) }

  /// The text behind the change; nil where `text` is not the one before it.
  func after(_ text: String) -> String? { exchanged(text, was, wasSum, for: now, nowSum) }

  private func exchanged(
    _ text: String, _ middle: String, _ sum: String, for other: String, _ otherSum: String
  ) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == head + middle.utf8.count + tail, TextEdit.sum(text) == sum else {
      return nil
    }
    let made = String(decoding: bytes.prefix(head) + other.utf8 + bytes.suffix(tail), as: UTF8.self)
    return TextEdit.sum(made) == otherSum ? made : nil
  }

  private static func sum(_ text: String) -> String { Fingerprint.of(["text"], [.text(text)]) }

  private static func isInside(_ bytes: [UInt8], _ at: Int) -> Bool {
    at < bytes.count && bytes[at] & 0xC0 == 0x80
  }
}

extension JSONTree {
  /// An object with another value under a name it has.
  fileprivate func with(_ name: String, _ value: JSONTree) -> JSONTree {
    guard case .object(var fields) = self, let at = fields.firstIndex(where: { $0.name == name })
    else { return self }
    fields[at].value = value
    return .object(fields)
  }
}

extension Change {
  /// As the journal keeps it.
  var json: String {
    get throws {
      // One operation at a time: what deletes very much is no tree of everything in memory. And without
      // Foundation's encoder, which takes a fifth of the time of a short write.
      try Change.entry(title, operations.count) { LongEdit.packed(try JSONTree(operations[$0])) }
    }
  }

  /// An entry of the journal.
  fileprivate static func entry(
    _ title: String, _ count: Int, _ operation: (Int) throws -> JSONTree
  ) rethrows -> String {
    var bytes = Array("{\"title\":".utf8)
    JSONTree.text(title).write(to: &bytes)
    bytes += ",\"operations\":[".utf8
    for place in 0..<count {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      try operation(place).write(to: &bytes)
    }
    bytes += "]}".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What an entry of the journal did, with long texts left empty: enough to know which things it is about.
  ///
  /// - Throws: What the decoder throws, or ``Unreadable``.
  init(outline json: String) throws {
    if LongEdit.isIn(json) {
      let (title, list) = try LongEdit.parts(of: json)
      self.init(title, try list.map { try LongEdit.operation(LongEdit.bare($0)) })
    } else {
      self = try JSONDecoder().decode(Change.self, from: Data(json.utf8))
    }
  }
}
