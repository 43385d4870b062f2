import Testing

@testable import DebriefModel

@Suite("Who was in the room", .timed)
struct RoomWordsTests {
  @Test(
    "is read as people write it down",
    arguments: [
      (
        "Anna Bell, CTO\nDan Cho (HR)\nEve, recruiter",
        ["Anna Bell|CTO", "Dan Cho|HR", "Eve|recruiter"]
      ),
      (
        "Ines Kahl, head of data\nJosé Núñez (team lead)",
        ["Ines Kahl|head of data", "José Núñez|team lead"]
      ),
      (
        "Fay Gu, Ops lead; Hal Ito - product manager",
        ["Fay Gu|Ops lead", "Hal Ito|product manager"]
      ),
      ("Anna, Bob and Eve", ["Anna|", "Bob|", "Eve|"]),
      ("Anna Bell and Dan Cho", ["Anna Bell|", "Dan Cho|"]),
      ("Anna Bell & Dan Cho", ["Anna Bell|", "Dan Cho|"]),
      ("Anna Bell, Dan Cho and a third one", ["Anna Bell|", "Dan Cho|"]),
      ("Anna Bell and two engineers", ["Anna Bell|"]),
      ("Anna Bell, CTO and someone from HR", ["Anna Bell|CTO"]),
      ("Jürgen Müßig & I don't remember who", ["Jürgen Müßig|"]),
      ("Anna Bell, CTO and Dan Cho, HR", ["Anna Bell|CTO", "Dan Cho|HR"]),
      ("Anna Bell, Staff Engineer, Dan Cho", ["Anna Bell|Staff Engineer", "Dan Cho|"]),
      ("Ines Kahl, hiring manager", ["Ines Kahl|hiring manager"]),
      ("Ines Kahl, VP of Sales, Berlin office", ["Ines Kahl|VP of Sales, Berlin office"]),
      ("- Anna Bell: CTO\n2. Dan Cho – nurse", ["Anna Bell|CTO", "Dan Cho|nurse"]),
      ("Maria from HR", ["Maria|HR"]),
      ("Tom the recruiter", ["Tom|recruiter"]),
      ("maria, dan", ["maria|", "dan|"]),
      ("maria, runs the lab", ["maria|runs the lab"]),
      ("Ludwig van der Berg, Ana de la Cruz", ["Ludwig van der Berg|", "Ana de la Cruz|"]),
      ("J. Smith", ["J. Smith|"]),
      ("Dr. Okafor.", ["Dr. Okafor|"]),
      ("Siobhán O’Neill-Byrne (HR, Dublin)", ["Siobhán O’Neill-Byrne|HR, Dublin"]),
      ("山田さん、人事", ["山田さん|人事"]),
      ("Head of Sales", ["Head of Sales|"]),
      ("  ;\n , ", []),
    ])
  func read(_ text: String, _ people: [String]) {
    let found = RoomWords.people(text).map { "\($0.name)|\($0.said)" }
    #expect(found == people, "\(text)")
  }

  @Test(
    "gives nobody where nobody is named",
    arguments: [
      "I don't remember", "i dont remember", "don’t know", "no idea", "Not sure", "nobody", "n/a",
      "2 engineers", "two people", "a recruiter and an engineer", "the hiring manager", "someone",
      "their CTO", "?", "-", "...", "no one I remember", "I can't recall their names",
    ])
  func nobody(_ text: String) { #expect(RoomWords.people(text).isEmpty, "\(text)") }

  @Test("tells what is forgotten from who has no name")
  func forgotten() {
    for text in ["I don't remember", "no idea", "?", "nobody"] {
      #expect(RoomWords.isForgotten(text), "\(text)")
    }
    for text in ["2 engineers", "the hiring manager", "Nora", "Noah Idea", "Ina"] {
      #expect(!RoomWords.isForgotten(text), "\(text)")
    }
  }

  @Test("takes a name that is known however it is written")
  func known() {
    let found = RoomWords.people("Anna Bell, maria, Dev", known: ["Maria", "Dev"])
    #expect(found.map(\.name) == ["Anna Bell", "maria", "Dev"])
  }

  @Test("keeps what somebody does in the words that were typed")
  func does() {
    func person(_ name: String, _ said: String) -> Person {
      Person(.init(name: name, said: said), id: ID("p"), at: "Acme")
    }
    #expect(person("Ana", "head of data").part == .manager)
    #expect(person("Ana", "head of data").does == "head of data")
    #expect(person("Ana", "Hiring manager").notes.isEmpty)
    #expect(person("Ana", "astronaut").part == .interviewer)
    #expect(person("Ana", "astronaut").does == "astronaut")
    #expect(person("Ana", "").does == "interviewer")
    var noted = person("Ana", "")
    noted.notes = "asked about the outage for half of the time, and laughed at the second joke"
    noted.take("CTO")
    #expect(noted.part == .manager && noted.notes.hasPrefix("asked about"))
  }
}
