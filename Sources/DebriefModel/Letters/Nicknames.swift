/// Which first names are short for which: who is greeted as Bob may be Robert on file. Content, read
/// from `letters/nicknames.yaml`.
public struct Nicknames: Hashable, Sendable {
  /// The short forms of each name, all folded.
  private var shorts: [String: Set<String>] = [:]
  /// The names each short form may stand for.
  private var fulls: [String: Set<String>] = [:]

  /// None known.
  public init() {}

  /// Adds the short forms of a name.
  public mutating func add(_ short: [String], for name: String) {
    let full = NameFolding.words(name).joined()
    for text in short {
      let form = NameFolding.words(text).joined()
      guard !full.isEmpty, !form.isEmpty, form != full else { continue }
      shorts[full, default: []].insert(form)
      fulls[form, default: []].insert(full)
    }
  }

  /// Adds names that stand for each other, each for all the others.
  public mutating func add(alike names: [String]) {
    for name in names { add(names, for: name) }
  }

  /// Whether one of two folded names is the other's short form. Two short forms of one name are not
  /// one: Kate is nobody's Katie until somebody says so.
  public func areOne(_ a: String, _ b: String) -> Bool {
    shorts[a]?.contains(b) == true || shorts[b]?.contains(a) == true
  }

  /// Every name, folded, that whoever is called so may be called, too: its short forms, what it may be
  /// short for, and their other short forms. Wide on purpose: for what must not be seen.
  public func others(of name: String) -> Set<String> {
    var found = shorts[name] ?? []
    for full in fulls[name] ?? [] {
      found.insert(full)
      found.formUnion(shorts[full] ?? [])
    }
    found.remove(name)
    return found
  }
}
