import GRDB
import GRDBSQLite

/// How the search takes a text apart: like `unicode61`, which lets go of case and of marks that can
/// be taken off a letter, and in addition without the strokes and ligatures that are part of one.
/// Złota is found by zlota, Straße by strasse, and the other way round. It stands inside the index,
/// so that what is indexed, what is asked, what is marked in a hit, and what the check of the file
/// expects cannot differ.
enum PlainLetters {
  /// What the schema calls it.
  static let name = "plain_letters"

  /// Makes it known to a connection. A file whose connection does not know it cannot be searched.
  static func register(_ db: Database) throws {
    let api = UnsafeMutablePointer(mutating: FTS5.api(db))
    var tokenizer = fts5_tokenizer(xCreate: create, xDelete: delete, xTokenize: tokenize)
    let code = api.pointee.xCreateTokenizer(api, name, api, &tokenizer, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// What a letter of two bytes is written as without its stroke; nil for any other. `unicode61` has
  /// made it a small one before.
  static func plain(_ first: UInt8, _ second: UInt8) -> StaticString? {
    switch (first, second) {
    case (0xC3, 0x9F): "ss"  // ß
    case (0xC3, 0xA6): "ae"  // æ
    case (0xC3, 0xB0): "d"  // ð
    case (0xC3, 0xB8): "o"  // ø
    case (0xC3, 0xBE): "th"  // þ
    case (0xC4, 0x91): "d"  // đ
    case (0xC4, 0xA7): "h"  // ħ
    case (0xC4, 0xB1): "i"  // ı
    case (0xC5, 0x80): "l"  // ŀ
    case (0xC5, 0x82): "l"  // ł
    case (0xC5, 0x8B): "n"  // ŋ
    case (0xC5, 0x93): "oe"  // œ
    case (0xC5, 0xA7): "t"  // ŧ
    case (0xC6, 0x80): "b"  // ƀ
    case (0xC6, 0xB6): "z"  // ƶ
    case (0xC7, 0xA5): "g"  // ǥ
    default: nil
    }
  }

  /// The one of three bytes, ẞ, which `unicode61` does not make small.
  static let greatSharpS: [UInt8] = [0xE1, 0xBA, 0x9E]

  /// A text that is small already, without strokes and ligatures.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: mayBegin) else { return text }
    var bytes: [UInt8] = []
    Array(text.utf8).withUnsafeBytes { plain($0) { bytes.append($0) } }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Gives the bytes of a text without strokes and ligatures. No letter grows: two bytes or three
  /// become one or two.
  static func plain(_ bytes: UnsafeRawBufferPointer, _ put: (UInt8) -> Void) {
    var read = 0
    while read < bytes.count {
      if read + 1 < bytes.count, let letters = plain(bytes[read], bytes[read + 1]) {
        for place in 0..<letters.utf8CodeUnitCount { put(letters.utf8Start[place]) }
        read += 2
      } else if bytes[read] == 0xE1, bytes[read...].starts(with: greatSharpS) {
        put(0x73)
        put(0x73)
        read += 3
      } else {
        put(bytes[read])
        read += 1
      }
    }
  }

  /// Whether a byte can begin one of them: most texts hold none, and cost one look at each byte.
  static func mayBegin(_ byte: UInt8) -> Bool { (0xC3...0xC7).contains(byte) || byte == 0xE1 }
}

private typealias Sink =
  @convention(c) (
    UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt
  ) -> CInt

/// A `unicode61` with what it needs to be called.
private struct Base {
  var calls: fts5_tokenizer
  var handle: OpaquePointer?
}

/// Where tokens go once they are plain.
private struct Relay {
  var sink: Sink
  var context: UnsafeMutableRawPointer?
}

private func create(
  _ context: UnsafeMutableRawPointer?,
  _ arguments: UnsafeMutablePointer<UnsafePointer<CChar>?>?, _ count: CInt,
  _ result: UnsafeMutablePointer<OpaquePointer?>?
) -> CInt {
  guard let api = context?.assumingMemoryBound(to: fts5_api.self) else { return SQLITE_ERROR }
  var data: UnsafeMutableRawPointer?
  var base = Base(calls: fts5_tokenizer(), handle: nil)
  var code = api.pointee.xFindTokenizer(api, "unicode61", &data, &base.calls)
  guard code == SQLITE_OK else { return code }
  code = base.calls.xCreate(data, arguments, count, &base.handle)
  guard code == SQLITE_OK else { return code }
  let own = UnsafeMutablePointer<Base>.allocate(capacity: 1)
  own.initialize(to: base)
  result?.pointee = OpaquePointer(own)
  return SQLITE_OK
}

private func delete(_ tokenizer: OpaquePointer?) {
  guard let own = UnsafeMutablePointer<Base>(tokenizer) else { return }
  own.pointee.calls.xDelete(own.pointee.handle)
  own.deinitialize(count: 1)
  own.deallocate()
}

private func tokenize(
  _ tokenizer: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ flags: CInt,
  _ text: UnsafePointer<CChar>?, _ count: CInt, _ sink: Sink?
) -> CInt {
  guard let own = UnsafeMutablePointer<Base>(tokenizer), let sink else { return SQLITE_ERROR }
  let base = own.pointee
  let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
  guard bytes.contains(where: PlainLetters.mayBegin) else {
    return base.calls.xTokenize(base.handle, context, flags, text, count, sink)
  }
  var relay = Relay(sink: sink, context: context)
  return base.calls.xTokenize(base.handle, &relay, flags, text, count, pass)
}

/// Passes a token on without its strokes; where it stands in the text stays what it was.
private func pass(
  _ context: UnsafeMutableRawPointer?, _ flags: CInt, _ token: UnsafePointer<CChar>?,
  _ count: CInt, _ start: CInt, _ end: CInt
) -> CInt {
  guard let relay = context?.assumingMemoryBound(to: Relay.self).pointee else {
    return SQLITE_ERROR
  }
  let bytes = UnsafeRawBufferPointer(start: token, count: Int(count))
  guard bytes.contains(where: PlainLetters.mayBegin) else {
    return relay.sink(relay.context, flags, token, count, start, end)
  }
  return withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count) { plain in
    var written = 0
    PlainLetters.plain(bytes) {
      plain[written] = CChar(bitPattern: $0)
      written += 1
    }
    return relay.sink(relay.context, flags, plain.baseAddress, CInt(written), start, end)
  }
}
