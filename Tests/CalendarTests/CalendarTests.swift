import Foundation
import TestSupport
import Testing

@testable import DebriefCalendar
@testable import DebriefModel

private let now = Moment(Day(number: 20_532), hour: 12, zone: .fixed(60))  // 20 March 2026

private func entry(
  _ kind: AgendaEntry.Kind, _ subject: String = "k0n4kpkymbyyb3g1", company: String = "Acme",
  text: String = "do it", due: Moment = now.adding(seconds: 3 * 86400)
) -> AgendaEntry {
  AgendaEntry(
    key: "\(kind.rawValue)/\(subject)", application: ID("0zwdyt9m737xkwtm"), company: company,
    kind: kind, text: text, due: due, when: "soon", urgent: false, lasting: text)
}

/// A part of a calendar as another program reads it.
struct ReadPart: Decodable {
  let name: String
  let errors: [String]
  let properties: [[String]]
  let parts: [ReadPart]
  /// The lines of the whole calendar: name, parameters, value. Only the calendar has them.
  let lines: [[String]]

  /// The one value of a property.
  func value(_ name: String) -> String? {
    let found = properties.filter { $0[0] == name }
    return found.count == 1 ? found[0][1] : nil
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    name = try container.decode(String.self, forKey: .name)
    errors = try container.decode([String].self, forKey: .errors)
    parts = try container.decode([ReadPart].self, forKey: .parts)
    lines = try container.decodeIfPresent([[String]].self, forKey: .lines) ?? []
    var rows = try container.nestedUnkeyedContainer(forKey: .properties)
    var properties: [[String]] = []
    while !rows.isAtEnd {
      var row = try rows.nestedUnkeyedContainer()
      let name = try row.decode(String.self)
      // A trigger is a number of seconds.
      let value = try (try? row.decode(Int.self)).map { "\($0)" } ?? row.decode(String.self)
      properties.append([name, value])
    }
    self.properties = properties
  }

  private enum Keys: CodingKey { case name, errors, properties, parts, lines }
}

/// Lets the icalendar package read calendars, all in one run.
private func readByPython(_ calendars: [String]) throws -> [ReadPart] {
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("read-calendar.py").path
  let read = try Oracle.python(script, calendars, as: ReadPart.self)
  try #require(read.count == calendars.count)
  return read
}

private func same(_ a: String?, _ b: String) -> Bool {
  a?.unicodeScalars.elementsEqual(b.unicodeScalars) == true
}

/// The rules for lines: CR LF and nothing else, at most 75 bytes, no character cut, no controls.
private func expectLines(_ text: String) {
  #expect(text.hasSuffix("\r\n"))
  for line in text.components(separatedBy: "\r\n") {
    #expect(line.utf8.count <= 75, "\(line)")
    #expect(!line.utf8.contains { $0 < 0x20 }, "\(line)")
    #expect(!line.contains("\u{fffd}") || text.contains("lone"), "\(line)")
  }
}

@Suite(.timed) struct CalendarTests {
  @Test func everyKindIsAnEventOfItsOwn() throws {
    let kinds = AgendaEntry.Kind.allCases
    let text = try CalendarFile.text(kinds.map { entry($0) }, now: now)
    expectLines(text)
    #expect(CalendarFile.count(in: text) == kinds.count - 1)
    let calendar = try #require(try readByPython([text]).first)
    #expect(calendar.name == "VCALENDAR" && calendar.errors == [])
    #expect(calendar.value("VERSION") == "2.0")
    #expect(calendar.value("PRODID") == "-//debrief//agenda//EN")
    #expect(calendar.parts.count == kinds.count - 1)
    for (kind, event) in zip(kinds.filter { $0 != .sort }, calendar.parts) {
      #expect(event.name == "VEVENT" && event.errors == [])
      #expect(
        event.properties.map { $0[0] }.sorted() == [
          "CLASS", "DESCRIPTION", "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP", "UID",
        ])
      #expect(event.value("UID") == "\(kind.rawValue).k0n4kpkymbyyb3g1@debrief.invalid")
      #expect(event.value("DTSTAMP") == "2026-03-20T11:00:00+00:00")
      #expect(event.value("CLASS") == "PRIVATE" && event.value("TRANSP") == "TRANSPARENT")
      #expect(event.value("DESCRIPTION") == "debrief show 0zwdyt9m737xkwtm")
      let isTimed = [.capture, .thanks, .prepare].contains(kind)
      #expect(event.value("DTSTART") == (isTimed ? "2026-03-23T11:00:00+00:00" : "2026-03-23"))
      // Whoever rests is not called.
      #expect(event.parts.isEmpty == (kind == .rest))
      for alarm in event.parts {
        #expect(alarm.name == "VALARM" && alarm.errors == [])
        #expect(alarm.properties.map { $0[0] }.sorted() == ["ACTION", "DESCRIPTION", "TRIGGER"])
        #expect(alarm.value("ACTION") == "DISPLAY")
      }
      let triggers = event.parts.compactMap { $0.value("TRIGGER").flatMap(Int.init) }
      switch kind {
      case .capture: #expect(triggers == [-22 * 3600, -2 * 3600])
      case .thanks: #expect(triggers == [-2 * 3600])
      case .prepare: #expect(triggers == [-24 * 3600, -2 * 3600])
      case .document, .offer: #expect(triggers == [-15 * 3600, 9 * 3600])
      case .rest: #expect(triggers == [])
      default: #expect(triggers == [9 * 3600])
      }
    }
  }

  @Test func theSameEntryKeepsItsPlace() throws {
    let later = now.adding(seconds: 5 * 86400)
    let uids = try readByPython([
      CalendarFile.text([entry(.warm, "ev/30")], now: now),
      CalendarFile.text([entry(.warm, "ev/30", text: "other", due: later)], now: later),
      CalendarFile.text([entry(.warm, "ev/60")], now: now),
      CalendarFile.text([entry(.warm, "ev.30\r\nX-EVIL:1")], now: now),
    ]).map { $0.parts[0].value("UID") }
    #expect(uids[0] == "warm.ev.30@debrief.invalid")
    #expect(uids[0] == uids[1])
    #expect(Set(uids).count == 3)
  }

  /// A calendar does not ring for what has passed.
  @Test func remindersThatHavePassedAreLeftOut() throws {
    for (kind, due, wanted) in [
      (.thanks, now.adding(seconds: 3600), []), (.thanks, now.adding(seconds: 7201), [-7200]),
      (.reply, now, []), (.document, now.adding(seconds: 86400), [9 * 3600]),
      (.prepare, now.adding(seconds: 86400), [-7200]),
    ] as [(AgendaEntry.Kind, Moment, [Int])] {
      #expect(CalendarEvent(entry(kind, due: due), now: now).alarms == wanted, "\(kind)")
    }
  }

  /// What says itself when it rings stands at its hour, and rings for what is still to come.
  @Test func anEntryMayNameItsReminders() throws {
    let call = now.adding(seconds: 20 * 3600)
    var it = entry(.document, due: call.adding(seconds: -3600))
    it.reminders = [86400, 3600].map { call.adding(seconds: -$0) }
    let event = CalendarEvent(it, now: now)
    #expect(event.start.has_time == 1 && event.alarms == [0])
  }

  /// What counts days would be wrong on the day it is read.
  @Test func theWordsAreTrueOnAnyDay() {
    func facts(_ id: String, _ kind: Event.Kind, _ daysAgo: Int) -> Facts {
      var facts = Facts(Application(id: ID(id), created: now) { $0.company = id })
      let day = now.day.adding(days: -daysAgo)
      facts.events = [
        Event(id: ID("e"), application: ID(id), kind: kind, on: day, recorded: now)
      ]
      return facts
    }
    var talk = facts("talk", .invited, 3)
    talk.interviews = [
      Interview(id: ID("i"), application: ID("talk"), recorded: now) {
        $0.start = now.adding(seconds: -100 * 60)
        $0.minutes = 60
      }
    ]
    var silent = facts("silent", .applied, 23)
    silent.patience.silence = 20
    let entries = Agenda.entries([talk, silent, facts("glad", .refused, 93)], now: now)
    #expect(entries.filter { $0.text != $0.lasting }.count == 3)
    let words = Set(entries.map { CalendarEvent($0, now: now).summary })
    #expect(words.contains("talk: write down how it went while it's fresh"))
    #expect(words.contains("silent: no reply for 20 days: count it as a no?"))
    #expect(words.contains("glad: three months after they said no: was it for the best?"))
  }

  @Test func nothingIsDue() throws {
    let text = try CalendarFile.text([entry(.sort)], now: now)
    #expect(CalendarFile.count(in: text) == 0)
    #expect(try readByPython([text])[0].parts.isEmpty)
  }

  /// Whatever stands in a text: another program reads exactly that, and no property more.
  @Test func nothingGetsOutOfItsProperty() throws {
    let texts =
      injections
      + (60..<80).flatMap { lead in
        ["é", "株", "😀", "\\", ";", ",", "\"", "\\n", " "].map {
          String(repeating: "x", count: lead) + String(repeating: $0, count: 30) + "x"
        }
      }
    let calendars = try texts.map {
      try CalendarFile.text([entry(.reply, $0, company: $0, text: $0)], now: now)
    }
    for calendar in calendars { #expect(CalendarFile.count(in: calendar) == 1) }
    for (n, calendar) in try readByPython(calendars).enumerated() {
      expectLines(calendars[n])
      #expect(calendar.errors == [] && calendar.parts.count == 1 && calendar.properties.count == 2)
      let event = calendar.parts[0]
      #expect(event.errors == [] && event.properties.count == 7 && event.parts.count == 1)
      let line = Harmless.line(texts[n])
      let wanted = line.isEmpty ? "" : "\(line): \(line)"
      #expect(event.parts[0].properties.count == 3)
      // Begin and end of three parts, the calendar's two lines, the event's seven, the alarm's three.
      #expect(calendar.lines.count == 6 + 2 + 7 + 3, "\(calendar.lines)")
      let texts = calendar.lines.filter { $0[0] == "SUMMARY" || $0[0] == "DESCRIPTION" }
      #expect(texts.count == 3)
      for text in texts where text[2] != "debrief show 0zwdyt9m737xkwtm" {
        #expect(same(text[2], wanted), "\(text[2]) / \(wanted)")
      }
      // The package takes a backslash and a percent sign for more than they are.
      if !line.contains("\\"), !line.contains("%") {
        #expect(same(event.value("SUMMARY"), wanted))
        #expect(same(event.parts[0].value("DESCRIPTION"), wanted))
      }
    }
  }

  /// Random texts of all scripts, in one calendar.
  @Test func anyTextComesBack() throws {
    var random = Seeded(seed: 2)
    let texts = (0..<300).map { _ in
      var out = String.UnicodeScalarView()
      let limit: UInt32 = [0x80, 0x600, 0xd800, 0x11_0000].randomElement(using: &random)!
      for _ in 0..<Int.random(in: 1...200, using: &random) {
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
          out.append(scalar)
        }
      }
      return String(out) + "."
    }
    let text = try CalendarFile.text(
      texts.enumerated().map { entry(.reply, "\($0.offset)", text: $0.element) }, now: now)
    #expect(CalendarFile.count(in: text) == texts.count)
    let calendar = try #require(try readByPython([text]).first)
    #expect(calendar.parts.count == texts.count)
    let summaries = calendar.lines.filter { $0[0] == "SUMMARY" }
    #expect(summaries.count == texts.count)
    for ((event, line), text) in zip(zip(calendar.parts, summaries), texts) {
      #expect(same(line[2], "Acme: " + Harmless.line(text)))
      #expect(event.properties.count == 7)
    }
  }

  @Test func aLineIsFoldedAbove75Bytes() {
    func lines(_ bytes: Int) -> Int {
      CalendarFold.refolded("A:" + String(repeating: "x", count: bytes - 2) + "\r\n").utf8
        .count { $0 == 0x0a }
    }
    #expect(lines(74) == 1)
    #expect(lines(75) == 1)
    #expect(lines(76) == 2)
  }

  /// libical folds some lines after their end; ours are as they have to be, at every length.
  @Test func linesAreFoldedAtEveryLength() throws {
    for length in 1..<240 {
      let text = String(repeating: "x", count: length)
      let calendar = try CalendarFile.text([entry(.reply, text, company: "", text: text)], now: now)
      expectLines(calendar)
      let lines = CalendarFold.unfolded(calendar).map { String(decoding: $0, as: UTF8.self) }
      #expect(lines.contains("SUMMARY:\(text)"))
      #expect(lines.contains("UID:reply.\(text)@debrief.invalid"))
      #expect(!calendar.contains("\r\n \r\n"))
    }
    #expect(
      CalendarFold.refolded("A:b\r\n \nC:d\r\n e\r\n f\r\n") == "A:b\r\nC:def\r\n")
    let wide = "N:" + String(repeating: "😀", count: 40)
    #expect(CalendarFold.refolded(wide).utf8.count == wide.utf8.count + 2 * 3 + 2)
  }

  @Test func whatIsNoCalendarIsNotCounted() {
    for text in [
      "", "BEGIN:VCALENDAR\r\n", "BEGIN:VEVENT\r\nEND:VEVENT\r\n",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nDTSTART:nonsense\r\n"
        + "END:VEVENT\r\nEND:VCALENDAR\r\n",
    ] {
      #expect(CalendarFile.count(in: text) == nil, "\(text)")
    }
  }
}

/// What tries to be more than a text.
private let injections = [
  "Ines\r\nBEGIN:VALARM\r\nACTION:AUDIO", "a\nEND:VEVENT", "a\\nEND:VEVENT", "a\rb", "a\u{0}b",
  "a\u{85}b\u{2028}c\u{2029}d", "a\u{b}b\u{c}c\u{1c}d\u{7f}\u{9b}", "\u{202e}live\u{202c} \u{2066}",
  "a;b,c:d", "\"quoted\" \"", "back\\slash \\", "\\;", "\\,", "\\\\n", "\\N", ";", ",",
  "^n ^' ^^", "SUMMARY:evil", "=?utf-8?q?x?=", String(repeating: "N", count: 300),
  String(repeating: "long name ", count: 40), "שלום عالم", "lone \u{fffd}\u{fffd} halves",
  "👩‍👩‍👧‍👦 🇨🇭 👍🏽", String(repeating: "👩‍👩‍👧‍👦", count: 40), "株式会社はやぶさ", "e\u{301} é",
  "%0D%0A", "{\"json\": [1]}", "\u{feff}bom \u{200b}",
]
