import DebriefCalendar
import DebriefModel

/// What the words of an invitation say: where, how, and what for.
extension CalendarImport {
  /// The events of a file.
  func read(_ bytes: [UInt8], _ name: String) throws -> ForeignCalendar {
    let source = ByteSource(name: name, bytes)
    var stream = try TextStream(source)
    var text: [UInt8] = []
    var block: [UInt8] = []
    while try stream.next(&block) { text += block }
    do {
      return try ForeignCalendar(String(decoding: text, as: UTF8.self), zone: now.zone, now: now)
    } catch {
      guard error.isMissing || text.contains("END:VCALENDAR".utf8) else {
        throw ImportFault(
          .data, "\(name) isn't complete: its end is missing. Save it again, and import that.")
      }
      throw ImportFault(
        error.isMissing ? .library : .data, "\(name) wasn't imported: \(error.description)")
    }
  }

  static func text(_ start: Moment, _ event: ForeignEvent?, _ interview: Interview? = nil)
    -> String
  {
    let isDay = event?.isAllDay ?? (interview?.dayOnly == true)
    return isDay ? start.day.long : "\(start.day.long), \(start.clockText)"
  }

  static func place(_ event: ForeignEvent) -> String {
    if let link = link(event) { return "Link: \(link)" }
    return event.location.isEmpty ? "" : "Where: \(event.location.prefix(300))"
  }

  /// What is written down beside the time: the place, the link, and what the invitation says.
  func notes(_ event: ForeignEvent) -> String {
    let place = CalendarImport.place(event)
    let more =
      event.location.isEmpty || place.contains(event.location)
      ? "" : "Where: \(event.location.prefix(300))"
    let whole =
      HTMLText.isPage(event.description) ? HTMLText.text(event.description) : event.description
    let text = String(whole.prefix(4000))
    return [place, more, text].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What a guest is called, in whatever form their program wrote it: with the signs of a mail's header, with
  /// the escapes of RFC 6868, or with those of a text.
  static func name(_ guest: ForeignEvent.Guest) -> String {
    let name = EncodedWords.text(guest.name, least: 1) ?? guest.name
    return Harmless.line(
      name.replacing("\\", with: "").replacing("^'", with: "\"").replacing("^n", with: " ")
        .replacing("^^", with: "^"))
  }

  /// Whether a guest is a place, which some programs invite as they do people.
  static func isRoom(_ guest: ForeignEvent.Guest) -> Bool {
    let words = NameFolding.words(guest.name)
    let local = guest.address.prefix { $0 != "@" }
    return guest.address.hasSuffix("@resource.calendar.google.com") || local.hasPrefix("room")
      || words.contains {
        [
          "room", "raum", "besprechungsraum", "konferenzraum", "meetingraum", "conferenceroom",
          "salle", "sala", "vergaderzaal", "projector", "beamer",
        ].contains($0)
      }
  }

  /// The link to a call: where the event says it is, or else the first in its words that is of a program for
  /// calls.
  static func link(_ event: ForeignEvent) -> String? {
    let hosts = [
      "zoom.us", "meet.google.com", "teams.microsoft.com", "teams.live.com", "webex.com",
      "whereby.com",
      "meet.jit.si", "gotomeeting.com", "bluejeans.com", "chime.aws", "skype.com", "around.co",
      "coderpad.io",
    ]
    func links(_ text: String) -> [String] {
      text.split { $0.isWhitespace || "<>\"()[],".contains($0) }.map(String.init)
        .filter { $0.lowercased().hasPrefix("https://") || $0.lowercased().hasPrefix("http://") }
        .map { String($0.prefix(1000)).trimming { ".;".contains($0) } }
    }
    if let own = links(event.location).first { return own }
    let all = links(event.url) + links(event.description)
    return all.first { link in hosts.contains { link.lowercased().contains($0) } }
      ?? links(event.url).first
  }

  static func format(_ event: ForeignEvent) -> Interview.Format? {
    if link(event) != nil { return .video }
    let plain = NameFolding.words("\(event.summary) \(event.location)")
    if plain.contains(where: { ["zoom", "teams", "meet", "video", "webex", "skype"].contains($0) })
    {
      return .video
    }
    if plain.contains(where: { ["phone", "telephone", "telefon", "call", "anruf"].contains($0) }) {
      return .phone
    }
    return event.location.isEmpty ? nil : .inPerson
  }

  /// What a round is for, by the words of its invitation.
  static func kind(_ text: String) -> Interview.Kind {
    let plain = NameFolding.words(text)
    func has(_ words: String...) -> Bool { plain.contains { words.contains($0) } }
    if has("screen", "screening", "recruiter", "intro", "kennenlernen") { return .screening }
    if has("technical", "coding", "tech", "whiteboard", "pairing") { return .technical }
    if has("panel") { return .panel }
    if has("final", "onsite") { return .final }
    return has("manager") ? .manager : .other
  }
}

extension CalendarError {
  /// Whether the library is missing, and not the calendar at fault.
  fileprivate var isMissing: Bool { description.contains("libical") }
}
