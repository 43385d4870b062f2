import GRDB
import GRDBSQLite

/// The piece of a text that a search shows of a hit: what FTS5's own `snippet` gives for sixteen
/// words, with the words that were found between U+E000 and U+E001. That one compares every place
/// that was found with every other, which takes minutes for a text with a word a hundred thousand
/// times; this one reads a text once, and of a long one no more than it needs.
enum Excerpt {
  /// What SQL calls it: `excerpt(words)`, for a row that matches.
  static let name = "excerpt"
  /// How many words it holds.
  static let words = 16
  /// So many more places are looked at once all words were found close together: a better piece of
  /// a long text is not worth the wait.
  static let patience = 64
  /// Of a text with more places than these the first are looked at.
  static let most = 1 << 17
  /// A stretch without a word, or a word, that has more bytes than these is shown by its two ends.
  static let stretch = 240

  /// Makes it known to a connection.
  static func register(_ db: Database) throws {
    let api = UnsafeMutablePointer(mutating: FTS5.api(db))
    let code = api.pointee.xCreateFunction(api, name, nil, excerpt, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

/// A place where a phrase of the query was found.
private struct Place {
  var column: CInt
  var offset: CInt
  var phrase: CInt

  func isBefore(_ other: Place) -> Bool {
    (column, offset, phrase) < (other.column, other.offset, other.phrase)
  }
}

/// The places of all phrases of a row, in the order of the text, found as they are asked for.
private struct Places {
  private struct Source {
    var iterator: Fts5PhraseIter
    var place: Place
  }
  private let api: Fts5ExtensionApi
  private let context: OpaquePointer
  private var sources: [Source] = []

  init(_ api: Fts5ExtensionApi, _ context: OpaquePointer, phrases: CInt) {
    self.api = api
    self.context = context
    for phrase in 0..<phrases {
      var source = Source(
        iterator: Fts5PhraseIter(), place: Place(column: -1, offset: -1, phrase: phrase))
      let code = api.xPhraseFirst(
        context, phrase, &source.iterator, &source.place.column, &source.place.offset)
      if code == SQLITE_OK, source.place.column >= 0 { sources.append(source) }
    }
  }

  mutating func next() -> Place? {
    guard var first = sources.indices.first else { return nil }
    for other in sources.indices.dropFirst()
    where sources[other].place.isBefore(sources[first].place) { first = other }
    var source = sources[first]
    let place = source.place
    api.xPhraseNext(context, &source.iterator, &source.place.column, &source.place.offset)
    if source.place.column < 0 {
      sources.remove(at: first)
    } else {
      sources[first] = source
    }
    return place
  }
}

/// The places of a row that are worth a look, and how good a piece of text is.
private struct Found {
  var places: [Place] = []

  init(_ api: Fts5ExtensionApi, _ context: OpaquePointer, phrases: CInt) {
    var source = Places(api, context, phrases: phrases)
    var last = [CInt: Place]()
    var left: Int?
    while places.count < Excerpt.most, let place = source.next() {
      places.append(place)
      if left == nil {
        last[place.phrase] = place
        let isWhole =
          last.count == phrases
          && last.values.allSatisfy {
            $0.column == place.column && $0.offset > place.offset - CInt(Excerpt.words)
          }
        if isWhole { left = Excerpt.patience }
      } else if let more = left {
        if more == 0 { return }
        left = more - 1
      }
    }
  }

  /// Where the places of a column begin and end.
  func range(_ column: CInt) -> Range<Int> {
    let start = places.firstIndex { $0.column == column } ?? places.count
    let end = places[start...].firstIndex { $0.column != column } ?? places.count
    return start..<end
  }

  /// How good the piece from a word on is, and from where to where places lie in it. Different
  /// phrases count most, then how often they are there.
  func score(_ range: Range<Int>, at start: CInt, from index: Int) -> (score: Int, span: Span?) {
    var seen: UInt64 = 0
    var score = 0
    var span: Span?
    var i = index
    while i < range.upperBound, places[i].offset < start + CInt(Excerpt.words) {
      let bit: UInt64 = 1 << UInt64(places[i].phrase & 63)
      score += seen & bit == 0 ? 1000 : 1
      seen |= bit
      span = Span(first: span?.first ?? places[i].offset, last: i)
      i += 1
    }
    return (score, span)
  }

  struct Span {
    var first: CInt
    var last: Int
  }
}

/// The words of a text: where each lies in it, and which begin a sentence.
private struct Reading {
  var words: [(start: CInt, end: CInt)] = []
  var sentences: [CInt] = []
  let text: UnsafePointer<CChar>?
  /// No word after this one is wanted.
  let last: Int

  mutating func add(_ start: CInt, _ end: CInt) {
    if words.isEmpty || beginsSentence(start) { sentences.append(CInt(words.count)) }
    words.append((start, end))
  }

  private func beginsSentence(_ start: CInt) -> Bool {
    guard let text else { return false }
    var i = Int(start) - 1
    while i >= 0, text[i] == 0x20 || (0x09...0x0a).contains(text[i]) || text[i] == 0x0d { i -= 1 }
    return i >= 0 && i != Int(start) - 1 && (text[i] == 0x2e || text[i] == 0x3a)
  }
}

private func readWord(
  _ context: UnsafeMutableRawPointer?, _ flags: CInt, _ token: UnsafePointer<CChar>?,
  _ count: CInt, _ start: CInt, _ end: CInt
) -> CInt {
  guard let reading = context?.assumingMemoryBound(to: Reading.self) else { return SQLITE_ERROR }
  if flags & FTS5_TOKEN_COLOCATED != 0 { return SQLITE_OK }
  reading.pointee.add(start, end)
  return reading.pointee.words.count > reading.pointee.last ? SQLITE_DONE : SQLITE_OK
}

/// A column with a piece of it that may be the best.
private struct Piece {
  var column: CInt = 0
  var start: CInt = 0
  var score = 0
}

/// What is put together.
private struct Writer {
  var out: [UInt8] = []
  let text: UnsafeBufferPointer<UInt8>

  mutating func add(_ mark: String) { out += mark.utf8 }

  /// A stretch of the text; the two ends of a long one.
  mutating func add(from start: CInt, to end: CInt) {
    let end = min(Int(end), text.count)
    let start = min(Int(start), end)
    guard end - start > Excerpt.stretch else {
      out += text[start..<end]
      return
    }
    var cut = start + Excerpt.stretch / 2
    while cut > start, text[cut] & 0xc0 == 0x80 { cut -= 1 }
    var back = end - Excerpt.stretch / 2
    while back < end, text[back] & 0xc0 == 0x80 { back += 1 }
    out += text[start..<cut]
    add("…")
    out += text[back..<end]
  }
}

private func excerpt(
  _ api: UnsafePointer<Fts5ExtensionApi>?, _ context: OpaquePointer?, _ result: OpaquePointer?,
  _ count: CInt, _ arguments: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let api = api?.pointee, let context else { return sqlite3_result_null(result) }
  let phrases = api.xPhraseCount(context)
  let found = Found(api, context, phrases: phrases)
  var best = Piece()
  var readings: [CInt: Reading] = [:]
  var sizes: [CInt: CInt] = [:]
  for column in 0..<api.xColumnCount(context) {
    let range = found.range(column)
    guard let lastPlace = range.last else { continue }
    var size: CInt = 0
    var text: UnsafePointer<CChar>?
    var length: CInt = 0
    guard api.xColumnSize(context, column, &size) == SQLITE_OK,
      api.xColumnText(context, column, &text, &length) == SQLITE_OK
    else { return sqlite3_result_null(result) }
    sizes[column] = size
    var reading = Reading(text: text, last: Int(found.places[lastPlace].offset) + Excerpt.words * 2)
    let code = api.xTokenize(context, text, length, &reading, readWord)
    guard code == SQLITE_OK || code == SQLITE_DONE else {
      return sqlite3_result_error_code(result, code)
    }
    judge(found, range, column, size, reading.sentences, api, context, &best)
    readings[column] = reading
  }
  write(found, best, readings, sizes, api, context, result)
}

/// Looks for the best piece of a column: one that begins half a piece before what was found, or with
/// the sentence it stands in.
private func judge(
  _ found: Found, _ range: Range<Int>, _ column: CInt, _ size: CInt, _ sentences: [CInt],
  _ api: Fts5ExtensionApi, _ context: OpaquePointer, _ best: inout Piece
) {
  let words = CInt(Excerpt.words)
  var sentence = 0
  var fromSentence = range.lowerBound
  var same = range.lowerBound
  for i in range {
    let offset = found.places[i].offset
    while found.places[same].offset < offset { same += 1 }
    let (score, span) = found.score(range, at: offset, from: same)
    if score > best.score, let span {
      let last = found.places[span.last]
      let end = last.offset + api.xPhraseSize(context, last.phrase)
      var start = span.first - (words - (end - span.first)) / 2
      if start + words > size { start = size - words }
      best = Piece(column: column, start: max(0, start), score: score)
    }
    guard !sentences.isEmpty, size > words else { continue }
    while sentence + 1 < sentences.count, sentences[sentence + 1] <= offset { sentence += 1 }
    let start = sentences[sentence]
    guard start < offset else { continue }
    while found.places[fromSentence].offset < start { fromSentence += 1 }
    let whole = found.score(range, at: start, from: fromSentence).score + (start == 0 ? 120 : 100)
    if whole > best.score { best = Piece(column: column, start: start, score: whole) }
  }
}

private func write(
  _ found: Found, _ best: Piece, _ readings: [CInt: Reading], _ sizes: [CInt: CInt],
  _ api: Fts5ExtensionApi, _ context: OpaquePointer, _ result: OpaquePointer?
) {
  guard let reading = readings[best.column], let size = sizes[best.column], let text = reading.text
  else { return sqlite3_result_text(result, "", 0, transientText) }
  var whole: UnsafePointer<CChar>?
  var length: CInt = 0
  guard api.xColumnText(context, best.column, &whole, &length) == SQLITE_OK else {
    return sqlite3_result_null(result)
  }
  let bytes = UnsafeRawBufferPointer(start: whole ?? text, count: Int(length))
  var writer = Writer(text: bytes.bindMemory(to: UInt8.self))
  let end = best.start + CInt(Excerpt.words) - 1
  if best.start > 0 { writer.add("…") }
  var shown =
    best.start > 0 && Int(best.start) < reading.words.count
    ? reading.words[Int(best.start)].start : 0
  for mark in marks(found, best, end, api, context) {
    let (first, last) = (max(mark.lowerBound, best.start), min(mark.upperBound, end))
    guard Int(last) < reading.words.count, first <= last else { continue }
    writer.add(from: shown, to: reading.words[Int(first)].start)
    writer.add("\u{E000}")
    writer.add(from: reading.words[Int(first)].start, to: reading.words[Int(last)].end)
    writer.add("\u{E001}")
    shown = reading.words[Int(last)].end
  }
  if end >= size - 1 {
    writer.add(from: shown, to: length)
  } else {
    let last = min(Int(end), reading.words.count - 1)
    if last >= 0 { writer.add(from: shown, to: max(shown, reading.words[last].end)) }
    writer.add("…")
  }
  writer.out.withUnsafeBytes {
    sqlite3_result_text(
      result, $0.bindMemory(to: CChar.self).baseAddress, CInt($0.count), transientText)
  }
}

/// The words that were found in the best piece, those that touch each other as one.
private func marks(
  _ found: Found, _ best: Piece, _ end: CInt, _ api: Fts5ExtensionApi, _ context: OpaquePointer
) -> [ClosedRange<CInt>] {
  var marks: [ClosedRange<CInt>] = []
  for place in found.places[found.range(best.column)] {
    if place.offset > end { break }
    let last = place.offset - 1 + api.xPhraseSize(context, place.phrase)
    guard last >= place.offset, last >= best.start else { continue }
    if let before = marks.last, place.offset <= before.upperBound {
      marks[marks.count - 1] = before.lowerBound...max(before.upperBound, last)
    } else {
      marks.append(place.offset...last)
    }
  }
  return marks
}

/// Tells SQLite to copy what it is given (`SQLITE_TRANSIENT`, a macro Swift cannot import).
private let transientText = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
