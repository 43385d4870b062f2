/// What a field holds.
public enum FieldKind: Hashable, Sendable {
  case text, day, moment, number, flag, choice, reference, parts
}

/// What becomes of a text where a page is masked. Unless a field says otherwise it is read for names.
public enum FieldMask: Hashable, Sendable {
  /// Every name in it is replaced.
  case text
  /// It is a name.
  case name
  case link, email, phone
  /// It stays when it is made of everyday words: whoever reads the page needs it.
  case code
}

/// Where a search finds the words of a field.
public enum FieldFind: Hashable, Sendable {
  case no, title
  /// In the body, before all that is only ``body``.
  case lead
  case body
  /// In the body, where there are more letters than these.
  case longer(Int)
}

/// What becomes of a field that two edits changed.
public enum FieldMerge: Hashable, Sendable {
  /// There can be only one, ours stands, and that is told.
  case ours
  /// Ours stands, and nobody needs to hear it: it only says when or how far.
  case passing
  /// The program counts it: what either added is added up.
  case counted
  /// Words of the user's: both are kept.
  case prose
  /// The same in one line.
  case line
  /// What somebody said: it stays as it is and only gets more.
  case grows
  /// Words, or what was chosen of a list: see ``Response``.
  case answer
  /// Of a list, what either added is there and what we took out is gone.
  case members

  /// Whether nobody needs to hear that ours stands.
  public var isPassing: Bool { self == .passing || self == .counted }

  /// The text that holds both; nil where there can be only one of them.
  public func both(_ base: String, _ ours: String, _ theirs: String) -> String? {
    switch self {
    case .prose: BothTexts.merged(base: base, ours: ours, theirs: theirs)
    case .line: BothTexts.merged(base: base, ours: ours, theirs: theirs, inLine: true)
    case .grows: BothTexts.merged(base: base, ours: ours, theirs: theirs, onlyGrows: true)
    case .answer: Response.both(base, ours, theirs)
    case .ours, .passing, .counted, .members: nil
    }
  }
}

/// What is done with all that nouns are made of, at one go: a mask changes texts and ids, sample data
/// moves its days.
public struct Rewriting {
  /// What becomes of a text, a name, a link, an address, a number and a code.
  public var words: (String, FieldMask) -> String = { text, _ in text }
  /// What becomes of an id.
  public var id: (ID) -> ID = { $0 }
  /// What becomes of a day.
  public var day: (Day) -> Day = { $0 }
  /// What becomes of a moment.
  public var moment: (Moment) -> Moment = { $0 }

  /// Changes nothing.
  public init() {}
}

/// One property of a noun, and all that follows from what it is: its column, its place in an export, what
/// a mask does with it, where a search finds it, what becomes of two edits, what it is called.
///
/// That its owner is a noun is not said here: the runtime would look for it among all conformances of the
/// program each time a noun is first asked for, which is a sixth of the way to the first frame.
public struct Field<N: Sendable>: Sendable {
  /// The name of the property, which is that of its column and its key in an export.
  public let name: String
  /// What it is called in a sentence, with "the"; nil where nobody speaks of it.
  public let words: String?
  /// What kind of field it is.
  public let kind: FieldKind
  /// All it can be, where it is a choice.
  public let choices: [FieldValue]?
  /// What kind of thing it refers to, when it is always the same.
  public let target: Entity.Kind?
  /// What becomes of two edits.
  public let merge: FieldMerge
  /// Where a search finds it.
  public let find: FieldFind
  /// What becomes of it where a page is masked.
  public let mask: FieldMask

  /// Whether its noun cannot be without it.
  let isRequired: Bool

  // What is done with the property, by the address of its noun. Where the property lies in it is looked
  // up once: a key path that is followed for every column of every row makes an export a seventh longer.
  let read: @Sendable (UnsafeMutableRawPointer, Cell, Zone?) throws(JSONTree.Unreadable) -> Void
  let write: @Sendable (UnsafeRawPointer) -> FieldValue
  let found: @Sendable (UnsafeRawPointer) -> String
  let isStorable: @Sendable (UnsafeRawPointer) -> Bool
  let ids: @Sendable (UnsafeRawPointer) -> [ID]
  let rewrite: @Sendable (UnsafeMutableRawPointer, Rewriting) -> Void
  /// Its id, where it is an application's.
  let owner: (@Sendable (UnsafeRawPointer) -> ID?)?
  /// Its moment, where it dates its noun.
  let moment: (@Sendable (UnsafeRawPointer) -> Moment?)?
  let settle:
    @Sendable (
      _ base: UnsafeRawPointer, _ ours: UnsafeRawPointer, _ theirs: UnsafeMutableRawPointer
    ) -> Meeting.Outcome?

  /// Declares a property.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - path: Where it is.
  ///   - words: What it is called in a sentence; nil where nobody speaks of it.
  ///   - merge: What becomes of two edits.
  ///   - find: Where a search finds it.
  ///   - mask: What becomes of its text where a page is masked.
  ///   - target: What kind of thing it refers to.
  @inline(__always)
  public init<V: Storable>(
    _ name: String, _ path: WritableKeyPath<N, V> & Sendable, _ words: String? = nil,
    merge: FieldMerge = .ours, find: FieldFind = .no, mask: FieldMask = .text,
    target: Entity.Kind? = nil
  ) {
    self.init(name, path, words, merge, find, mask, target)
  }

  @inline(__always)
  fileprivate init<V: Storable>(
    _ name: String, _ path: WritableKeyPath<N, V> & Sendable, _ words: String?,
    _ merge: FieldMerge, _ find: FieldFind, _ mask: FieldMask, _ target: Entity.Kind?,
    owner: (@Sendable (UnsafeRawPointer) -> ID?)? = nil,
    moment: (@Sendable (UnsafeRawPointer) -> Moment?)? = nil
  ) {
    let spot = Spot(path)
    self.name = name
    self.words = words
    self.merge = merge
    self.find = find
    self.mask = mask
    self.target = target
    self.owner = owner
    self.moment = moment
    kind = V.storedKind
    choices = V.choices
    isRequired = !(V.self is any Omissible.Type)
    read = { noun, cell, zone throws(JSONTree.Unreadable) in
      spot.place(noun).pointee = try V(cell, zone)
    }
    write = { spot.value($0).stored }
    found = { spot.value($0).words }
    isStorable = { spot.value($0).isStorable }
    ids = { spot.value($0).ids }
    rewrite = { spot.place($0).pointee.rewrite($1, mask) }
    settle = { base, ours, theirs in
      let (before, here, there) = (spot.value(base), spot.value(ours), spot.value(theirs))
      if here == before || here == there { return nil }
      if there == before {
        spot.place(theirs).pointee = here
        return nil
      }
      let (merged, outcome) = V.merged(before, here, there, merge)
      spot.place(theirs).pointee = merged
      return outcome
    }
  }

}

extension Field where N: Noun {
  /// Its name.
  public static func id(_ path: WritableKeyPath<N, ID> & Sendable) -> Field {
    Field("id", path, nil, .ours, .no, .text, N.kind)
  }

  /// Its name, which is that of an application.
  public static func application(_ path: WritableKeyPath<N, ID> & Sendable) -> Field {
    let spot = Spot(path)
    return Field(
      "id", path, nil, .ours, .no, .text, .application, owner: { spot.value($0) })
  }

  /// The application it belongs to.
  public static func owner(_ path: WritableKeyPath<N, ID> & Sendable) -> Field {
    let spot = Spot(path)
    return Field(
      "application", path, "the job", .ours, .no, .text, .application, owner: { spot.value($0) })
  }

  /// The application it may belong to.
  public static func owner(
    _ path: WritableKeyPath<N, ID?> & Sendable, _ words: String
  ) -> Field {
    let spot = Spot(path)
    return Field(
      "application", path, words, .ours, .no, .text, .application, owner: { spot.value($0) })
  }

  /// The moment that dates it.
  public static func date(
    _ name: String, _ path: WritableKeyPath<N, Moment> & Sendable, _ words: String? = nil,
    merge: FieldMerge = .ours
  ) -> Field {
    let spot = Spot(path)
    return Field(name, path, words, merge, .no, .text, nil, moment: { spot.value($0) })
  }
}

/// Where a property lies in its noun.
private struct Spot<V: Storable>: Sendable {
  private let offset: Int

  /// Looks a property up. It is one that is stored: a noun has no others that could be written.
  init<N>(_ path: WritableKeyPath<N, V>) {
    guard let offset = MemoryLayout<N>.offset(of: path) else {
      preconditionFailure("\(path) is not stored")
    }
    self.offset = offset
  }

  @inline(__always)
  func value(_ noun: UnsafeRawPointer) -> V {
    noun.advanced(by: offset).assumingMemoryBound(to: V.self).pointee
  }

  @inline(__always)
  func value(_ noun: UnsafeMutableRawPointer) -> V { value(UnsafeRawPointer(noun)) }

  @inline(__always)
  func place(_ noun: UnsafeMutableRawPointer) -> UnsafeMutablePointer<V> {
    noun.advanced(by: offset).assumingMemoryBound(to: V.self)
  }
}

/// What may be left out.
private protocol Omissible {}
extension Optional: Omissible {}
