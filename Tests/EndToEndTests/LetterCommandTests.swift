import Foundation
import Testing

@Suite("debrief letter", .timed)
struct LetterCommandTests {
  private let program = Program()

  private func sample() throws {
    let root = (0..<3).reduce(#filePath) { path, _ in (path as NSString).deletingLastPathComponent }
    try program.must("import", root + "/Resources/sample.json")
  }

  @Test func itPrintsTheLetterAndNamesWhatIsMissing() throws {
    try sample()
    let result = try program.run("letter", "nordlicht", "thank-manager", "--new")
    #expect(result.code == 0)
    #expect(result.out.hasPrefix("To: Ines Kahl <ines.kahl@example.org>\nSubject: Thank you"))
    #expect(result.out.contains("\n\nDear Ines Kahl,\n\n"))
    #expect(result.out.hasSuffix("Best regards,\n\nRobin Muster\n"))
    #expect(result.err == "")
    #expect(try program.must("letter", "nordlicht", "l2", "--new") == result.out)
    let request = try program.run("letter", "kestrel", "L4")
    // They said what decided it, and so nobody asks them whether it was one area.
    #expect(request.code == 0 && request.err == "", "\(request.err)")
    #expect(request.out.contains("what would you suggest I work on first?"), "\(request.out)")
    let open = try program.run("letter", "Złota", "L4")
    #expect(open.code == 0 && open.out.contains("Was there one area"), "\(open.out)")
    #expect(open.err.hasPrefix("debrief: left out: an area"))
    #expect(open.err.split(separator: "\n").count == 2, "\(open.err)")
    #expect(try program.run("letter", "acme", "L7").out.contains("40 shops"))
  }

  @Test func aLetterBegunOnTheScreenIsTheOnePrinted() throws {
    try sample()
    let begun = try program.run("letter", "nordlicht", "L2")
    #expect(begun.out.hasSuffix("Thank you for your time, and for the call yesterday. \n"))
    #expect(begun.err.contains("you started in the app"))
    #expect(try program.run("letter", "nordlicht", "L2", "--new").out != begun.out)
  }

  @Test func aMailDraftHasTheSameWords() throws {
    try sample()
    let text = try program.must("letter", "nordlicht", "L3")
    let result = try program.run("letter", "nordlicht", "L3", "--format", "eml")
    #expect(result.code == 0 && result.err == "")
    let head = result.out.components(separatedBy: "\r\n\r\n")[0]
    #expect(head.contains("X-Unsent: 1\r\n") && head.contains("To: ") && head.contains("From: "))
    #expect(!result.out.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
    #expect(text.contains("Robin Muster") && result.out.contains("Robin Muster"))
    try program.must("letter", "nordlicht", "L3", "--format", "eml", "-o", "hr.eml")
    #expect(program.read("hr.eml") == Array(result.out.utf8))
    #expect(try program.run("letter", "nordlicht", "L3", "--format", "doc").code == 64)
  }

  @Test func toMeansAPersonOnFile() throws {
    try sample()
    let tove = try program.must("letter", "nordlicht", "L1", "--to", "tove")
    #expect(tove.hasPrefix("To: Tove Lindqvist-Ørsted <"))
    #expect(try program.must("letter", "nordlicht", "L1", "--to", "zgta") == tove)
    let nobody = try program.run("letter", "nordlicht", "L1", "--to", "Nadia")
    #expect(nobody.code == 66 && nobody.err.contains("Ines Kahl, Rafał Żuraw, Tove"))
    try program.must("import", "-", stdin: try twins())
    let two = try program.run("letter", "nordlicht", "L8", "--to", "ines")
    #expect(
      two.code == 65
        && two.err.contains("\"ines\" could be h3erkmqcmj5whxht Ines Kahl, Nordlicht, or"),
      "\(two.err)")
  }

  /// A second Ines at the same company.
  private func twins() throws -> String {
    var archive = try json(try program.must("export"))
    var people = try #require(archive["person"] as? [[String: Any]])
    people.append([
      "id": "p000000000000001", "name": "Ines Muster", "part": "hr", "company": "Nordlicht",
      "email": "", "phone": "", "notes": "",
    ])
    archive["person"] = people
    return String(
      decoding: try JSONSerialization.data(withJSONObject: archive), as: UTF8.self)
  }

  /// Who asked nothing that is on file still gets a thank-you note; what it lacks is said.
  @Test func aThankYouNoteIsNeverHeldBack() throws {
    try sample()
    let result = try program.wait(program.start(["letter", "nordlicht", "L1", "--to", "Rafał"]))
    #expect(result.code == 0 && result.out.contains("Dear Rafał"))
    #expect(result.err.contains("left out: a question they asked"), "\(result.err)")
  }

  @Test func whatCannotBeWrittenIsRefusedInOneSentence() throws {
    try sample()
    for (arguments, code, part) in [
      (["acme", "L4"], 65, "They haven't said no"),
      (["kestrel", "L6"], 65, "has no concrete example yet"),
      (["nowhere", "L1"], 66, "nowhere"),
      (["nordlicht", "L11"], 64, "thank-you"),
      (["nordlicht", "L2", "--format", "pdf"], 64, "pdf"),
      (["złota", "L10", "--by", "someday"], 64, "isn't a date"),
    ] as [([String], Int32, String)] {
      let result = try program.wait(program.start(["letter"] + arguments))
      #expect(result.code == code, "\(arguments): \(result.err)")
      #expect(result.err.contains(part), "\(arguments): \(result.err)")
      #expect(result.out == "", "\(arguments)")
    }
  }

  @Test func theDayOfAnAccessRequestIsTheUsers() throws {
    try sample()
    #expect(try program.must("letter", "złota", "L10").contains("by April 20."))
    let other = try program.run("letter", "złota", "L10", "--by", "4 may")
    #expect(other.code == 0 && other.out.contains("by May 4."))
    #expect(other.err.contains("asks for an answer by Mon 4 May 2026"))
  }

  @Test func aFileIsWrittenAsOtherCommandsDo() throws {
    try sample()
    let text = try program.must("letter", "nordlicht", "L3")
    try program.must("letter", "nordlicht", "L3", "-o", "hr.txt")
    #expect(program.read("hr.txt") == Array(text.utf8))
    #expect(program.mode(program.file("hr.txt")) == 0o600)
    // By a name that fits a letter: the other is refused for its form already.
    let other = program.file("notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: other, withDestinationPath: program.database)
    for path in [other, program.database] {
      let refused = try program.run("letter", "nordlicht", "L3", "-o", path)
      #expect(refused.code == 64, "\(refused.err)")
      #expect(refused.err.contains(path == other ? "the database itself" : "as db"))
    }
  }

  @Test func aLetterOfTheUsersIsUsedAndAFaultyOneIsTold() throws {
    try sample()
    let folder = program.file("config/debrief/letters")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let shipped = try program.must("letter", "nordlicht", "L3")
    let own = "letter: L3\nsubject: Danke\ntext: |\n  Guten Tag{{#to}}, {{to}}{{/to}}!\n"
    try program.write(own, to: "config/debrief/letters/thank-hr.yaml")
    #expect(
      try program.must("letter", "nordlicht", "L3").hasSuffix("Danke\n\nGuten Tag, Rafał Żuraw!\n"))
    let faulty = own.replacingOccurrences(of: "{{#to}}", with: "")
    try program.write(faulty, to: "config/debrief/letters/thank-hr.yaml")
    let result = try program.run("letter", "nordlicht", "L3")
    #expect(result.out == shipped)
    #expect(result.err.contains("thank-hr.yaml:4: "))
    let doctor = try program.run("doctor")
    #expect(doctor.code == 1 && doctor.out.contains("thank-hr.yaml:4: "))
  }

  @Test func hostileNamesStayHarmless() throws {
    let id = try program.bringIn(company: hostile, role: hostile)
    try program.must("outcome", id, "rejected")
    var archive = try json(try program.must("export"))
    archive["person"] = [
      [
        "id": "p000000000000001", "name": hostile + "\r\nBcc: x", "part": "hr", "company": hostile,
        "email": "a@example.org\r\nBcc: y", "phone": "", "notes": "",
      ]
    ]
    let data = try JSONSerialization.data(withJSONObject: archive)
    try program.must("import", "-", stdin: String(decoding: data, as: UTF8.self))
    let result = try program.run("letter", id, "L3", "--to", "p0000")
    #expect(result.code == 0, "\(result.err)")
    #expect(isHarmless(result.bytes) && isHarmless(result.errorBytes))
    let head = result.out.split(separator: "\n", omittingEmptySubsequences: false).prefix(3)
    #expect(head.map { $0.prefix(4) } == ["To: ", "Subj", ""])
  }

  @Test func thePrivateNoteAndGuessesNeverReachALetter() throws {
    try sample()
    for kind in ["L2", "L3", "L5", "L6", "L8"] {
      let text = try program.must("letter", "nordlicht", kind)
      for word in ["slept badly", "interrupted", "Friendly, precise", "Sound dropped"] {
        #expect(!text.contains(word), "\(kind): \(word)")
      }
    }
    let acme = try program.must("letter", "acme", "L1")
    #expect(!acme.contains("French") && !acme.contains("Halved"))
  }
}
