import DebriefContent
import Foundation
import Testing

@testable import DebriefModel

/// How the words of a rejection are read, measured on `refusals.txt`.
@Suite("The words of a rejection", .timed)
struct RefusalTests {
  static let reader = RefusalReader(Library(userFolder: nil).refusals().words)
  static let day = Day(2026, 3, 20)!

  struct Case {
    var set: String
    var kind: RefusalReading.Kind
    var reason: String?
    var text = ""
  }

  static func cases(_ name: String = "refusals.txt") throws -> [Case] {
    let file = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent(name), encoding: .utf8)
    var cases: [Case] = []
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("== ") {
        let words = line.split(separator: " ").map(String.init)
        let kind = try #require(RefusalReading.Kind(rawValue: words[2]), "\(line)")
        cases.append(Case(set: words[1], kind: kind, reason: words[3] == "-" ? nil : words[3]))
      } else if !cases.isEmpty {
        cases[cases.count - 1].text += (cases[cases.count - 1].text.isEmpty ? "" : "\n") + line
      }
    }
    return cases
  }

  private func read(_ text: String) -> RefusalReading? {
    RefusalTests.reader.read(text, on: RefusalTests.day)
  }

  @Test("are told right in kind and reason, and no form letter is given a reason")
  func measured() throws {
    let cases = try RefusalTests.cases()
    #expect(cases.count >= 150)
    #expect(Set(cases.map(\.kind)) == Set(RefusalReading.Kind.allCases))
    #expect(Set(cases.compactMap(\.reason)).count >= 24)
    for set in Set(cases.map(\.set)).sorted() {
      let own = cases.filter { $0.set == set }
      let wrong = own.filter { read($0.text)?.kind != $0.kind }
      #expect(wrong.count * 100 <= own.count * 8, "\(set): \(wrong.map(\.text))")
      let proposed = own.filter { read($0.text)?.claims.isEmpty == false }
      let missed = proposed.filter { read($0.text)?.claims.first?.code != $0.reason }
      #expect(missed.count * 10 <= proposed.count, "\(set): \(missed.map(\.text))")
      // What abstains is never wrong, so it has to say enough.
      let wanted = own.filter { $0.reason != nil }
      #expect(proposed.count * 10 >= wanted.count * 8, "\(set)")
      for form in own where form.kind == .form {
        #expect(read(form.text)?.claims == [], "\(form.text)")
      }
    }
  }

  /// Prints how each kind of text was read, by set; CORPUS_TABLE=1 asks for it.
  @Test(
    "are counted in a table",
    .enabled(if: ProcessInfo.processInfo.environment["CORPUS_TABLE"] != nil))
  func table() throws {
    let cases = try RefusalTests.cases()
    for set in Set(cases.map(\.set)).sorted() {
      for kind in RefusalReading.Kind.allCases {
        let own = cases.filter { $0.set == set && $0.kind == kind }
        let read = own.map { self.read($0.text) }
        let right = zip(own, read).count { $1?.kind == $0.kind }
        let none = read.count { $0 == nil }
        let wanted = own.filter { $0.reason != nil }
        let claims = zip(own, read).filter { $1?.claims.isEmpty == false }
        let rightClaims = claims.count { $1?.claims.first?.code == $0.reason }
        print(
          "TABLE \(set) \(kind.rawValue): \(own.count) texts, kind right \(right), wrong "
            + "\(own.count - right - none), abstained \(none); reasons \(wanted.count), right "
            + "\(rightClaims), wrong \(claims.count - rightClaims), abstained "
            + "\(max(0, wanted.count - claims.count))")
      }
    }
  }

  @Test("are quoted where they say so")
  func quotes() throws {
    let text =
      "Hi Robin,\n\nthank you. We chose a candidate whose experience with streaming was a closer match. 👋"
    let claim = try #require(read(text)?.claims.first)
    #expect(claim.code == "R-MOREEXP")
    #expect(claim.quote.words.hasSuffix("experience with streaming was a closer match"))
    let characters = Array(text)
    #expect(String(characters[claim.quote.place]) == claim.quote.words)
    for it in try RefusalTests.cases() {
      guard let reading = read(it.text) else { continue }
      let characters = Array(it.text)
      for quote in reading.claims.map(\.quote) + reading.promises.map(\.quote) {
        #expect(String(characters[quote.place]) == quote.words)
      }
    }
  }

  @Test(
    "promise something by a day",
    arguments: [
      ("We are sorry. We will keep your résumé on file for six months.", "keep", "2026-09-20"),
      ("It is a no. Your CV stays on record until the end of June.", "keep", "2026-06-30"),
      ("It is a no. I will send you detailed feedback by Monday.", "feedback", "2026-03-23"),
      ("We chose someone else. Please reapply in a year.", "reapply", "2027-03-20"),
      ("Sorry, not this time. I will call you on 2 April.", "contact", "2026-04-02"),
      ("Sorry. We will keep your application on file.", "keep", ""),
      ("Sorry, we chose another. We'll let you know by 2 April about it.", "contact", "2026-04-02"),
      ("Sorry, not this time. We'll be in touch by 2 April.", "contact", "2026-04-02"),
      ("It is a no. We will hold on to your application for 2 years.", "keep", "2028-03-20"),
    ])
  func promises(_ text: String, _ what: String, _ due: String) throws {
    let promises = try #require(read(text)).promises
    let promise = try #require(promises.first { $0.what.rawValue == what }, "\(promises)")
    #expect((promise.due?.description ?? "") == due)
  }

  @Test(
    "say whether they give feedback at all",
    arguments: [
      ("Sorry, we chose another candidate. We don't provide individual feedback.", true),
      ("Due to the volume of applications, we are unable to provide individual feedback.", true),
      ("It's a no. As a matter of policy we can't give applicants any feedback.", true),
      ("We have decided otherwise. Individual feedback isn't possible, we're afraid.", true),
      ("Sorry, not this time. Please note that no individual feedback will be given.", true),
      ("We chose another candidate. We won't be able to go into detail.", true),
      ("It's a no. I can't go into detail yet.", false),
      ("It's a no. We refrain from giving feedback after interviews.", true),
      ("It's a no. Company policy prevents us from sharing feedback.", true),
      ("We chose someone else. Feedback will not be provided.", true),
      ("No, sorry. We can't give individual feedback, but I'm happy to send you notes.", false),
      ("It's a no. I'm afraid I can't give you any feedback yet.", false),
      ("It's a no. I don't have any feedback from the panel.", false),
      ("It's a no. We don't give feedback by email, but I'll call you with some on Monday.", false),
      ("Sorry, we chose another candidate. I'm happy to give you feedback.", false),
      ("The feedback was that you couldn't explain your own project.", false),
      ("We chose someone with more experience. We wish you well.", false),
    ])
  func givesNoFeedback(_ text: String, _ isSaid: Bool) throws {
    let reading = try #require(read(text))
    #expect(reading.givesNoFeedback == isSaid, "\(text)")
    if isSaid { #expect(!reading.promises.contains { $0.what == .feedback }, "\(text)") }
  }

  @Test("are noted once to give no feedback, and no more once they don't say so")
  func notedOnce() throws {
    let words = "Sorry, we chose another candidate. We don't provide individual feedback."
    let refused = Event(
      id: ID("e1"), application: ID("a"), kind: .refused, on: RefusalTests.day, recorded: noon)
    func marks(_ operations: [Change.Operation]) -> [Mark] {
      operations.compactMap { if case .insert(.mark(let it)) = $0 { it } else { nil } }
    }
    let first = marks(Recipe.noted(read(words), in: refused, known: [], now: noon))
    #expect(first.map(\.entry) == ["no-feedback/e1"])
    #expect(Recipe.noted(read(words), in: refused, known: first, now: noon).isEmpty)
    let taken = Recipe.noted(read("It's a no."), in: refused, known: first, now: noon)
    #expect(taken == [.delete(.mark(first[0]))])
  }

  @Test(
    "are not read where they are none, or in no language that is known",
    arguments: [
      "", " ", "👋", "…", "12345", "Leider müssen wir Ihnen heute absagen, wir wünschen alles Gute.",
      "残念ながら今回は見送らせていただきます。", "Nous avons choisi une autre candidate.",
    ])
  func unread(_ text: String) { #expect(read(text) == nil) }

  @Test(
    "name no reason where they deny one",
    arguments: [
      "This was not about your technical skills. We wish you well.",
      "The decision is no reflection on your experience or your communication skills.",
      "It had nothing to do with your answers or your salary expectations.",
      "Your technical skills were never in question, and your communication is excellent.",
    ])
  func denied(_ text: String) { #expect(read(text)?.claims ?? [] == []) }

  @Test("are told in sentences that name no code")
  func sentences() throws {
    for it in try RefusalTests.cases() {
      for sentence in read(it.text)?.sentences ?? [] {
        #expect(!sentence.contains("R-") && !sentence.isEmpty)
      }
    }
    let reading = try #require(
      read(
        "We went with someone who has more experience in payments. We'll keep your CV on file for a year."
      ))
    #expect(
      reading.sentences == [
        "They gave a reason.",
        "It sounds like someone else had more experience: “someone who has more experience in payments”.",
        "They'll keep your application until Sat 20 March 2027.",
      ])
  }

  @Test("say beside a reason what should not have counted")
  func beside() throws {
    let reading = try #require(
      read(
        "We needed someone with more experience in payments. And with small kids you'd be away a lot."
      ))
    #expect(reading.kind == .reason && reading.also.contains(.notYours))
    #expect(reading.sentences.last == RefusalReading.Kind.notYours.says)
  }

  @Test(
    "are taken back by the sentence behind them",
    arguments: [
      "You interrupted us a lot. But that's not why.",
      "You were late. That wasn't the reason, though.",
      "We felt you were a little young. And no, that is not what tipped it.",
    ])
  func takenBack(_ text: String) throws {
    let reading = read("We chose someone else. " + text)
    #expect(reading?.claims == [] && reading?.kind == RefusalReading.Kind.none, "\(text)")
  }

  @Test(
    "are no reason where they only say more than the usual words",
    arguments: [
      "I told the team you were my favorite, and they went with another person after all that.",
      "We laughed about the story with the goat for days. It is a no from the board, Robin.",
    ])
  func unsure(_ text: String) throws {
    let reading = try #require(read(text))
    #expect(reading.claims == [] && !reading.sentences.contains("They gave a reason."))
  }

  @Test(
    "are proposed in one sentence, with the reason, the promise and the words that say so",
    arguments: [
      (
        "Hi! We went with someone who has more experience in payments. We'll keep your CV for a year.",
        "It sounds like someone else had more experience.", "R-MOREEXP", "2027-03-20",
        ["someone who has more experience in payments", "We'll keep your CV for a year"]
      ),
      (
        "Sorry, the position was put on hold.", "The job itself is gone or on hold.", "R-CIRC", "",
        ["position was put on hold"]
      ),
      (
        "Sorry, we picked another candidate. I can't share any details.",
        "They gave no reason. That says nothing about you.", "", "",
        ["can't share any details"]
      ),
      (
        "After careful consideration we have decided to move forward with other applicants.",
        "This is a form letter. It says nothing about you.", "", "", []
      ),
      (
        "We haven't decided yet.",
        "This reads as if they haven't decided yet. Did you pick the right outcome?", "", "",
        ["haven't decided"]
      ),
      (
        "They wanted someone without kids.",
        "The reason they gave isn't about your work. Keep their exact words in a private note.",
        "", "",
        ["without kids"]
      ),
    ])
  func proposal(
    _ text: String, _ sentence: String, _ code: String, _ due: String, _ words: [String]
  ) throws {
    let proposal = try #require(
      RefusalTests.reader.proposal(RefusalTests.reader.read(text, on: RefusalTests.day)))
    #expect(proposal.sentence == sentence)
    #expect((proposal.reason ?? "") == code)
    #expect((proposal.promises.first?.due?.description ?? "") == due)
    let characters = Array(text)
    #expect(proposal.marks.map { String(characters[$0]) } == words)
    #expect(RefusalTests.reader.proposal(RefusalTests.reader.read("", on: RefusalTests.day)) == nil)
  }

  @Test("are proposed in order, and no mark lies over another")
  func marks() throws {
    for it in try RefusalTests.cases() {
      guard
        let it = RefusalTests.reader.proposal(
          RefusalTests.reader.read(it.text, on: RefusalTests.day))
      else {
        continue
      }
      #expect(!it.sentence.isEmpty && !it.sentence.contains("R-"))
      #expect(it.kind != .form || it.reason == nil)
      for (mark, next) in zip(it.marks, it.marks.dropFirst()) {
        #expect(mark.upperBound < next.lowerBound)
      }
    }
  }

  @Test("take time that grows with the text and no faster")
  func linear() {
    let once = String(
      repeating: "We were looking for someone with more experience in sales. ", count: 200)
    let clock = ContinuousClock()
    let short = clock.measure { _ = read(once) }
    let long = clock.measure { _ = read(String(repeating: once, count: 4)) }
    #expect(long < short * 16 + .milliseconds(200))
  }
}

@Suite("The file of rejections", .timed)
struct RefusalFileTests {
  @Test("is shipped without a fault, and its reasons are those of the reasons file")
  func shipped() {
    let content = Library(userFolder: nil).refusals()
    #expect(content.faults == [])
    let codes = Set(Library(userFolder: nil).reasons().map(\.code))
    for language in content.words.languages {
      #expect(!language.signs.isEmpty && !language.phrases.isEmpty)
      var sound = Set<String>()
      for phrase in language.phrases.flatMap(\.texts) {
        #expect(language.fault(inPhrase: phrase, sound: &sound) == nil, "\(phrase)")
      }
      for (code, says) in language.says {
        #expect(codes.contains(code), "\(code)")
        #expect(!says.isEmpty && says.first?.isUppercase == false, "\(says)")
      }
    }
  }

  @Test("of one's own adds a language, or phrases to one, and names a fault with its line")
  func own() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "refusals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("refusals.yaml")
    func reading(_ yaml: String, _ text: String) throws -> RefusalReading? {
      try Data(yaml.utf8).write(to: file)
      return RefusalReader(Library(userFolder: folder.path).refusals().words)
        .read(text, on: RefusalTests.day)
    }
    let german = """
      languages:
        - language: de
          signs: [wir, ihnen, leider, und, die, haben]
          numbers: {sechs: 6}
          spans: {monate: month}
          kinds: {kept-on-file: [unterlagen *5 behalten]}
          reasons: [{code: R-PAY, says: es am Gehalt lag, phrases: [gehalt * hoch]}]
          promises: {keep: [unterlagen *5 behalten]}
      """
    let first = try reading(german, "Leider haben wir abgesagt, und Ihr Gehalt war uns zu hoch.")
    #expect(first?.claims.map(\.code) == ["R-PAY"] && first?.language == "de")
    let second = try reading(
      german, "Leider nein. Ihre Unterlagen wollen wir sechs Monate behalten.")
    #expect(second?.kind == .kept && second?.promises.first?.due == Day(2026, 9, 20)!)
    let more = """
      languages:
        - language: en
          extends: true
          reasons: [{code: R-PAY, says: it was the pay, phrases: [frobnicate]}]
      """
    let third = try reading(more, "We are sorry, you are too much of a frobnicate for us.")
    #expect(third?.claims.map(\.code) == ["R-PAY"])
    try Data("languages:\n  - language: en\n    kinds: {nope: [a]}\n".utf8).write(to: file)
    let faults = Library(userFolder: folder.path).refusals().faults
    #expect(faults.count == 1 && faults.first?.line == 3, "\(faults)")
  }
}
