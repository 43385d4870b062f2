import DebriefContent
import DebriefModel
import Foundation
import TestSupport
import Testing

/// The clock of the sample.
let sampleNow = Moment(Day(iso: "2026-03-20")!, hour: 10)

/// The sample data as the letters see it.
struct SampleLetters {
  let archive: Archive
  let profile: Profile?

  init() throws {
    let bytes = Data(try Library(userFolder: nil).sample())
    archive = try JSONDecoder().decode(Archive.self, from: bytes)
    profile = archive.profile.first
  }

  /// An application and all that belongs to it, as the store gives it.
  func dossier(_ application: Application) -> Dossier {
    var it = Dossier(application)
    let id = application.id
    it.interviews = archive.interview.filter { $0.application == id }
    it.events = archive.event.filter { $0.application == id }
    it.turns = archive.turn.filter { $0.application == id }
    it.findings = archive.finding.filter { $0.application == id }
    it.feedback = archive.feedback.filter { $0.application == id }
    it.debriefs = archive.debrief.filter { $0.application == id }
    it.responses = archive.response.filter { $0.application == id }
    it.letters = archive.letter.filter { $0.application == id }
    it.preparations = archive.preparation.filter { $0.application == id }
    var named = Set(it.interviews.flatMap(\.people))
    named.formUnion(it.events.compactMap(\.person))
    named.formUnion(it.feedback.compactMap(\.person))
    named.formUnion(it.letters.compactMap(\.to))
    it.people = archive.person.filter { named.contains($0.id) }
    it.sort()
    return it
  }

  func dossier(of company: String) throws -> Dossier {
    dossier(try #require(archive.application.first { $0.company.hasPrefix(company) }))
  }

  func facts(
    _ dossier: Dossier, to: Person?, due: Day? = nil, profile: Profile?? = nil
  ) -> LetterFacts {
    LetterFacts(
      dossier, to: to, profile: profile ?? self.profile,
      resume: archive.resume.first { $0.name == dossier.application.resume }, due: due,
      now: sampleNow)
  }
}

@Suite("A letter", .timed)
struct LetterTests {
  private let sample: SampleLetters
  private let templates = Library(userFolder: nil).letters()

  init() throws { sample = try SampleLetters() }

  /// Which application of the sample each letter is shown with.
  static let shown: [(kind: LetterKind, company: String)] = [
    (.thanks, "Acme"), (.check, "株式会社はやぶさ"), (.manager, "Nordlicht"), (.hr, "Nordlicht"),
    (.request, "Kestrel Labs"), (.anyway, "Złota Łódź"), (.evidence, "Nordlicht"),
    (.influence, "Acme"), (.touch, "Kestrel Labs"), (.withdrawal, "Café Übermut & Söhne"),
    (.access, "Złota Łódź"),
  ]

  private func name(_ person: Person?) -> String { person?.name ?? "nobody on file" }

  @Test("reads as it was recorded", arguments: LetterKind.allCases)
  func golden(_ kind: LetterKind) throws {
    let company = try #require(LetterTests.shown.first { $0.kind == kind }?.company)
    let dossier = try sample.dossier(of: company)
    let to = LetterRules.whoCanGet(kind, dossier, now: sampleNow).first
    #expect(LetterRules.refusal(kind, dossier, to: to, now: sampleNow) == nil)
    let due = dossier.letters.first { $0.letterKind == kind && $0.sent == nil }?.due
    let draft = templates.draft(kind, sample.facts(dossier, to: to, due: due))
    #expect(draft.kind == kind && draft.to == to?.id)
    var text = "\(company), to \(name(to))\nSubject: \(draft.subject)\n\n\(draft.text)\n"
    for gap in draft.gaps { text += "\n- left out: \(gap.missing) (\(gap.fill))" }
    try Recorded.expect(text + "\n", "Letters/\(kind.word).txt")
  }

  /// What no letter may hold, whatever was on file.
  private func faults(_ draft: LetterDraft) -> [String] {
    var found: [String] = []
    for (place, text) in [("subject", draft.subject), ("text", draft.text)] {
      for part in [
        "{", "}", "  ", " ,", " .", " ?", " ;", " :", "()", "( ", " )", "“”", "..", "?.",
        "!.", "?”.", "”.", ",.", ":.", "nil", "Optional", "[", "TODO", "XX", " \n", "\n ", "\n\n\n",
      ] where text.contains(part) {
        found.append("\(place) holds \"\(part)\"")
      }
      if text.isEmpty { found.append("\(place) is empty") }
    }
    if draft.subject.contains("\n") { found.append("the subject has two lines") }
    if draft.text.contains("Dear ,") { found.append("greets nobody") }
    let paragraphs = draft.text.split(separator: "\n\n", omittingEmptySubsequences: false)
    for paragraph in paragraphs.dropFirst().dropLast() {
      if paragraph.contains("\n") { found.append("breaks a line inside a paragraph") }
      if let last = paragraph.last, !".:?!,。？！…”".contains(last) {
        found.append("ends a paragraph without a stop: \(paragraph)")
      }
      if let first = paragraph.first, first.isLowercase {
        found.append("begins small: \(paragraph)")
      }
    }
    return found
  }

  /// Each slot taken away alone, and each left alone; all of them, and none.
  private func thinned(_ facts: LetterFacts) -> [LetterFacts] {
    func without(_ slots: [LetterFacts.Slot]) -> LetterFacts {
      var it = facts
      for slot in slots {
        it.slots[slot] = nil
        if slot == .things { it.things = [] }
        if slot == .callback { it.flags.subtract([.theirs, .mine]) }
      }
      return it
    }
    let all = LetterFacts.Slot.allCases
    var sets = all.map { [$0] }
    for slot in all { sets.append(all.filter { $0 != slot }) }
    sets.append(all)
    return [facts] + sets.map(without)
  }

  @Test("holds no hole, whatever fact is missing", arguments: LetterKind.allCases)
  func whole(_ kind: LetterKind) throws {
    let form = templates.form(kind)
    var written = 0
    for application in sample.archive.application {
      let dossier = sample.dossier(application)
      for to in [nil] + dossier.people.map(Optional.some) {
        let due = Day(iso: "2026-04-20")
        for facts in Set(thinned(sample.facts(dossier, to: to, due: due))) {
          let draft = form.draft(facts)
          if draft.gaps.contains(where: \.required) {
            #expect(draft.text.isEmpty && draft.subject.isEmpty)
            #expect(draft.refusal != nil)
            continue
          }
          written += 1
          let found = faults(draft)
          #expect(found == [], "\(application.company), \(name(to)):\n\(draft.text)")
          if !found.isEmpty { return }
          #expect(draft.refusal == nil)
          for gap in draft.gaps {
            #expect(LetterFacts.Slot(rawValue: gap.slot).map(facts.has) == false)
          }
        }
      }
    }
    #expect(written > 20, "\(kind): \(written)")
  }

  @Test("keeps the facts it was given: each slot of a shipped letter is used when it is there")
  func used() throws {
    var facts = LetterFacts()
    for slot in LetterFacts.Slot.allCases { facts.slots[slot] = "«\(slot.rawValue)»" }
    facts.things = [.init(thing: "«thing»", example: "«example»")]
    facts.flags = [.interviewed, .refused, .theirs, .told, .unanswered]
    for kind in LetterKind.allCases {
      let draft = templates.draft(kind, facts)
      #expect(draft.gaps == [])
      #expect(draft.text.contains("«to»") && draft.text.hasSuffix("«from»"), "\(kind)")
      #expect(draft.subject.contains("«role»") || kind == .thanks || kind == .touch, "\(kind)")
    }
    let thanks = templates.draft(.thanks, facts).text
    for slot in ["callback", "help", "seek", "news", "source", "talk"] {
      #expect(thanks.contains("«\(slot)»"), "\(slot)")
    }
    let request = templates.draft(.request, facts).text
    // Two or three things that fit; the other ways to ask are a key away.
    for part in ["«wanted»", "three things", "compare with the other"] {
      #expect(request.contains(part), "\(part)")
    }
    let evidence = templates.draft(.evidence, facts).text
    #expect(evidence.contains("1. You mentioned “«thing».” «example»."))
    let influence = templates.draft(.influence, facts).text
    for slot in ["challenge", "tackle", "before"] { #expect(influence.contains("«\(slot)»")) }
    #expect(templates.draft(.access, facts).text.contains("«due»"))
  }

  @Test("escapes nothing and obeys nothing that stands in a fact")
  func literal() {
    var facts = LetterFacts()
    facts.slots[.to] = LetterText.clean("A & B <c> {{from}} \u{202e}x\u{1b}[31m\r\nBcc: d")
    facts.slots[.callback] = "1 < 2 & 3"
    facts.flags = [.theirs]
    let draft = templates.draft(.thanks, facts)
    #expect(draft.text.hasPrefix("Dear A & B <c> {from} x [31m Bcc: d,\n\n"))
    #expect(draft.text.contains("“1 < 2 & 3”"))
  }

  @Test("thanks and wishes well where that is its point")
  func courteous() throws {
    for kind in LetterKind.allCases {
      let company = try #require(LetterTests.shown.first { $0.kind == kind }?.company)
      let dossier = try sample.dossier(of: company)
      let to = LetterRules.whoCanGet(kind, dossier, now: sampleNow).first
      let text = templates.draft(
        kind, sample.facts(dossier, to: to, due: Day(iso: "2026-04-20"))
      ).text.lowercased()
      #expect(text.contains("thank"), "\(kind)")
      if kind != .check { #expect(text.contains("wish"), "\(kind)") }
      let words = Set(text.split { !$0.isLetter }.map(String.init))
      for word in ["didn", "demand", "blame", "must", "lawyer", "court", "unfair", "disappointed"] {
        #expect(!words.contains(word), "\(kind): \(word)")
      }
      #expect(text.split(separator: " ").count < 220, "\(kind)")
    }
  }
}
