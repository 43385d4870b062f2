import Glibc

/// A file of SQLite's, read page by page without SQLite: what lies in pages that are sound is found, whatever
/// became of the others. Only what the format says is believed (sqlite.org/fileformat2.html), and every number
/// in it is held against the size of the file.
struct PageFile {
  /// A value in a row.
  enum Value: Equatable {
    case none
    case number(Int)
    case text([UInt8])
    /// What no column of ours holds: a number with a fraction, or bytes.
    case other
  }

  /// A row: its number, for a table that has numbers, and its values.
  struct Row {
    var number: Int
    var values: [Value]
  }

  /// What is found in a tree.
  struct Tree {
    var rows: [Row] = []
    /// The pages it was read from.
    var pages: Set<Int> = []
    /// Pages that should belong to it and could not be read, and rows of which a part could not.
    var lostPages = 0
    var lostRows = 0
  }

  private let bytes: [UInt8]
  private let pageSize: Int
  private let usable: Int
  /// How many pages there are.
  let pages: Int

  /// Takes the bytes of a file. Where the head of the file is damaged, pages of the usual size are assumed.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var size = bytes.count > 20 ? Int(bytes[16]) << 8 | Int(bytes[17]) : 0
    if size == 1 { size = 65_536 }
    var spare = bytes.count > 20 ? Int(bytes[20]) : 0
    let isSound =
      bytes.starts(with: Array("SQLite format 3\0".utf8)) && size >= 512 && size & (size - 1) == 0
    if !isSound { (size, spare) = (4096, 0) }
    pageSize = size
    usable = size - spare
    // The last page may be cut short: what is missing of it is read as nothing.
    pages = (bytes.count + size - 1) / size
  }

  // MARK: Pages

  private func byte(_ place: Int) -> Int { place < bytes.count ? Int(bytes[place]) : 0 }
  private func short(_ place: Int) -> Int { byte(place) << 8 | byte(place + 1) }
  private func long(_ place: Int) -> Int { short(place) << 16 | short(place + 2) }
  private func start(_ page: Int) -> Int { (page - 1) * pageSize }
  private func head(_ page: Int) -> Int { start(page) + (page == 1 ? 100 : 0) }

  /// What kind of page one is.
  enum Kind: Int {
    case innerIndex = 2
    case innerTable = 5
    case leafIndex = 10
    case leafTable = 13
  }

  /// The kind of a page, nil for one that is no part of a tree.
  func kind(_ page: Int) -> Kind? {
    guard (1...max(1, pages)).contains(page) else { return nil }
    return Kind(rawValue: byte(head(page)))
  }

  /// Where the cells of a page begin, and how many places are none; nil where there is no room for the list.
  private func cells(_ page: Int, _ kind: Kind) -> (places: [Int], bad: Int)? {
    let head = head(page)
    let count = short(head + 3)
    let list = head + (kind == .innerIndex || kind == .innerTable ? 12 : 8)
    guard list + 2 * count <= start(page) + usable else { return nil }
    var found: [Int] = []
    for number in 0..<count {
      let place = short(list + 2 * number)
      guard place >= list + 2 * count - start(page), place < usable else { continue }
      found.append(start(page) + place)
    }
    return (found, count - found.count)
  }

  /// Pages that hold nothing now.
  func freePages() -> Set<Int> {
    var free: Set<Int> = []
    var trunk = pages > 0 ? long(32) : 0
    while trunk > 1, trunk <= pages, free.insert(trunk).inserted {
      let count = min(long(start(trunk) + 4), usable / 4 - 2)
      for number in 0..<max(0, count) { free.insert(long(start(trunk) + 8 + 4 * number)) }
      trunk = long(start(trunk))
    }
    return free
  }

  // MARK: Trees

  /// Everything that can be read of the tree that begins at a page.
  ///
  /// - Parameter isTable: Whether its rows have numbers; a page of the other sort does not belong to it.
  func tree(_ root: Int, isTable: Bool) -> Tree {
    var tree = Tree()
    walk(root, isTable, into: &tree, depth: 0)
    return tree
  }

  private func walk(_ page: Int, _ isTable: Bool, into tree: inout Tree, depth: Int) {
    guard let kind = kind(page), (kind == .innerTable || kind == .leafTable) == isTable, depth < 40,
      tree.pages.insert(page).inserted, let cells = cells(page, kind)
    else {
      tree.lostPages += 1
      return
    }
    tree.lostRows += cells.bad
    for place in cells.places {
      switch kind {
      case .innerTable: walk(long(place), isTable, into: &tree, depth: depth + 1)
      case .innerIndex:
        walk(long(place), isTable, into: &tree, depth: depth + 1)
        take(row(place + 4, kind, page), into: &tree)
      case .leafIndex, .leafTable: take(row(place, kind, page), into: &tree)
      }
    }
    if kind == .innerTable || kind == .innerIndex {
      walk(long(head(page) + 8), isTable, into: &tree, depth: depth + 1)
    }
  }

  private func take(_ row: Row?, into tree: inout Tree) {
    if let row { tree.rows.append(row) } else { tree.lostRows += 1 }
  }

  /// The rows of one page alone, that no tree leads to any more.
  func leaf(_ page: Int) -> [Row] {
    guard let kind = kind(page), kind == .leafTable || kind == .leafIndex,
      let cells = cells(page, kind)
    else { return [] }
    return cells.places.compactMap { row($0, kind, page) }
  }

  // MARK: Rows

  /// A number of up to nine bytes, and how many it took.
  private func varint(_ data: some RandomAccessCollection<UInt8>) -> (Int, Int)? {
    var value: UInt64 = 0
    var count = 0
    for byte in data.prefix(9) {
      count += 1
      if count == 9 {
        value = value << 8 | UInt64(byte)
        return (Int(truncatingIfNeeded: value), count)
      }
      value = value << 7 | UInt64(byte & 0x7f)
      if byte & 0x80 == 0 { return (Int(truncatingIfNeeded: value), count) }
    }
    return nil
  }

  private func row(_ place: Int, _ kind: Kind, _ page: Int) -> Row? {
    let end = min(start(page) + usable, bytes.count)
    guard place < end, let (size, first) = varint(bytes[place..<end]), size >= 0 else { return nil }
    var at = place + first
    var number = 0
    if kind == .leafTable {
      guard at < end, let (found, count) = varint(bytes[at..<end]) else { return nil }
      number = found
      at += count
    }
    guard let payload = payload(at, size, isTable: kind == .leafTable, end: end) else { return nil }
    return values(payload).map { Row(number: number, values: $0) }
  }

  /// The bytes of a row, with those that lie in pages of their own.
  private func payload(_ place: Int, _ size: Int, isTable: Bool, end: Int) -> [UInt8]? {
    guard size <= bytes.count else { return nil }
    let most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
    if size <= most {
      return place + size <= end ? Array(bytes[place..<place + size]) : nil
    }
    let least = (usable - 12) * 32 / 255 - 23
    let rest = least + (size - least) % (usable - 4)
    let local = rest <= most ? rest : least
    guard local >= 0, place + local + 4 <= end else { return nil }
    var payload = Array(bytes[place..<place + local])
    payload.reserveCapacity(size)
    var next = long(place + local)
    var steps = 0
    while payload.count < size {
      steps += 1
      guard next > 1, next <= pages, steps <= pages else { return nil }
      let count = min(size - payload.count, usable - 4)
      let from = start(next) + 4
      guard from + count <= bytes.count else { return nil }
      payload += bytes[from..<from + count]
      next = long(start(next))
    }
    return payload
  }

  private func values(_ payload: [UInt8]) -> [Value]? {
    guard let (headSize, first) = varint(payload), headSize >= first, headSize <= payload.count
    else {
      return nil
    }
    var types: [Int] = []
    var at = first
    while at < headSize {
      guard let (type, count) = varint(payload[at..<headSize]) else { return nil }
      types.append(type)
      at += count
    }
    guard at == headSize, types.count < 200 else { return nil }
    var values: [Value] = []
    for type in types {
      let size: Int
      switch type {
      case 0, 8, 9: size = 0
      case 1...4: size = type
      case 5: size = 6
      case 6, 7: size = 8
      case 12...: size = (type - 12) / 2
      default: return nil
      }
      guard size <= payload.count - at else { return nil }
      let part = payload[at..<at + size]
      at += size
      switch type {
      case 0: values.append(.none)
      case 8, 9: values.append(.number(type - 8))
      case 1...6:
        var number = part.first.map { $0 & 0x80 != 0 ? -1 : 0 } ?? 0
        for byte in part { number = number << 8 | Int(byte) }
        values.append(.number(number))
      case 13... where type % 2 == 1: values.append(.text(Array(part)))
      default: values.append(.other)
      }
    }
    return values
  }
}
