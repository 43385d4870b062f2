import DebriefModel
import TestSupport
import Testing

@testable import DebriefStore

/// Which application a captured text names.
@Suite(.timed) struct MentionTests {
  /// Puts an application into a store for each company, by its id.
  private func add(_ companies: [(id: String, name: String)], to store: Store) throws {
    let added = companies.map { id, name in
      Change.Operation.insert(
        .application(Application(id: ID(id), created: noon) { $0.company = name }))
    }
    try store.apply(Change("add", added), at: noon)
  }

  private func store() throws -> Store {
    let store = try Store.temporary()
    var operations: [Change.Operation] = []
    for (id, company, role) in [
      ("a", "Acme GmbH", "Engineer"), ("b", "Café Übermut", "Backend"), ("c", "Bolt", "One"),
      ("d", "Bolt", "Two"), ("e", "Data Works Ltd", "Analyst"), ("f", "はやぶさ", "Dev"),
      ("g", "Acme Labs", "Research"), ("h", "X", "Y"),
      ("i", "Złota Łódź", "Ops"), ("j", "Große Ærø", "Lead"),
    ] {
      operations.append(
        .insert(
          .application(
            Application(id: ID(id), created: noon) {
              $0.company = company
              $0.role = role
              $0.notes = "Nordlicht was named here"
            })))
    }
    try store.apply(Change("add", operations), at: noon)
    return store
  }

  @Test(arguments: [
    ("Acme: they asked about Go", "a"), ("acme they asked", "a"),
    ("they asked about Go, ACME", "a"),
    ("they asked about Go acme", "a"), ("Acme", "a"), ("Acme Labs: no", "g"),
    ("acme labs they asked", "g"), ("cafe ubermut they asked", "b"), ("Cafe: a thought", "b"),
    ("Bolt: again", "cd"), ("so it went at bolt", "cd"), ("Data: the third answer", "e"),
    ("Data structures went badly", ""), ("はやぶさ: 面接", "f"), ("Nordlicht: no", ""),
    ("they named Acme in the middle", ""), ("", ""), (": , ", ""), ("it is x", ""),
    ("X: it is", "h"), ("zlota lodz: cut", "i"), ("ZŁOTA ŁÓDŹ: cut", "i"),
    ("Złota: cut", "i"), ("they cut it, zlota lodz", "i"), ("grosse aero they cut it", "j"),
    ("GROẞE ÆRØ: cut", "j"),
    ("\"* OR title : ^", ""),
  ]) func placesAText(_ text: String, _ ids: String) throws {
    #expect(try store().mention(in: text).places.map(\.id.text).joined() == ids)
  }

  @Test(arguments: [
    ("Acme: weak one", "a", "weak one"), ("zlota lodz:  cut: twice", "i", "cut: twice"),
    ("acme weak one", "a", "acme weak one"), ("weak: one, Acme", "a", "weak: one, Acme"),
    ("Acme:", "a", "Acme:"), ("Bolt: weak one", "c", "weak one"),
    ("Acme: weak one", "g", "Acme: weak one"),
  ]) func whatOnlyAddressesIsNoPartOfTheStatement(
    _ text: String, _ id: String, _ statement: String
  ) throws {
    let mention = try store().mention(in: text)
    #expect(mention.statement(text, at: ID(id)) == statement)
  }

  /// Notes of one second wait in the order in which they were written down, each with what it says
  /// of its application and with the mark of a late one.
  @Test func waitingNotesKnowTheirOrderAndWhatTheySay() throws {
    let store = try store()
    let late = noon.adding(seconds: 6 * 86400)
    var operations: [Change.Operation] = [
      .insert(
        .interview(
          Interview(id: ID("talk"), application: ID("a"), recorded: noon) {
            $0.start = noon
            $0.round = 1
          }))
    ]
    for (id, text) in [("z", "acme: slow"), ("m", "Bolt: weak"), ("b", "plain")] {
      operations.append(
        .insert(
          .note(
            Note(id: ID(id), recorded: late) {
              $0.text = text
              $0.application = id == "z" ? ID("a") : nil
            })))
    }
    try store.apply(Change("write down", operations), at: late)
    #expect(try store.waiting() == Waiting(count: 3, since: late))
    let notes = try store.waitingNotes()
    #expect(notes.map(\.note.id) == [ID("z"), ID("m"), ID("b")])
    #expect(notes.map { $0.late != nil } == [true, false, false])
    #expect(notes[0].late == (try store.dossier(ID("a"))?.lateness(notes[0].note)))
    #expect(notes[0].mention.statement(notes[0].note.text, at: ID("a")) == "slow")
    #expect(notes[1].mention.statement(notes[1].note.text, at: ID("d")) == "weak")
  }

  @Test func manyOfOneNameAreNoGuess() throws {
    let mention = try store().mention(in: "Bolt: again")
    #expect(mention.only == nil)
    #expect(mention.places.map(\.label) == ["Bolt · One", "Bolt · Two"])
  }

  /// Companies that are called like everyday words: in doubt the note waits, and the company is offered.
  @Test(arguments: [
    ("Next time bring a printed CV", "next?"), ("NEXT TIME BRING IT", "next?"),
    ("next time bring it", "next?"), ("Indeed, I liked it", "indeed?"),
    ("I liked it indeed. Yes", ""),
    ("Next: bring a printed CV", "next?"), ("Indeed: it went well", "indeed?"),
    ("Target: they asked about pay", "target"), ("target: they asked", "target?"),
    ("They were kind at Target", "target"), ("They were kind, Target", "target"),
    ("we hit our target", ""), ("They said target", ""), ("Target called me back", "target"),
    ("Target's recruiter was late", "target"), ("target them early", "target?"),
    ("they used Zoom", "zoom?"), ("we met via Zoom", "zoom?"), ("I wrote to Zoom", "zoom"),
    ("Next-gen stack they have", ""), ("I saw it on Zoom", "zoom?"),
    ("Zoom asked about Go", "zoom"),
    ("talked to target about pay", ""), ("I talked with them at target", "target?"),
    ("we talked about it at target", "target?"), ("Best Buy asked about Go", "buy"),
    ("Best buy I ever made. Yes", ""), ("best buy they asked", "buy?"), ("Acme they asked", "acme"),
    ("acme they asked", "acme"), ("Next time at Acme", "acme"), ("Acme and Next", "acme next"),
    ("Targets were missed", ""), ("“Target” they said", "target?"),
    ("Monday they asked", "monday?"),
    ("It was on Monday", "monday?"), ("monday.com: slow", "monday?"),
    ("Brex asked about it", "brex"),
    ("brex asked about it", "brex"), ("HP called me", "hp"), ("hp sauce", ""),
    ("I was at HP", "hp"), ("3M asked about it", "three"), ("the pay is 3m", ""),
    ("IF asked for it", "if?"), ("If they ask, say it", ""), ("Brex experience helped", "brex?"),
  ]) func anEverydayWordIsNoCompany(_ text: String, _ wanted: String) throws {
    let store = try Store.temporary()
    store.everydayWords = {
      OrdinaryWords("best\nbuy\nif\nindeed\nmonday\nnext\ntarget\nzoom")
    }
    let names = [
      ("next", "Next"), ("indeed", "Indeed"), ("target", "Target"), ("zoom", "Zoom"),
      ("buy", "Best Buy"), ("acme", "Acme"), ("monday", "Monday"), ("brex", "Brex"),
      ("hp", "HP"), ("three", "3M"), ("if", "IF"),
    ]
    try add(names, to: store)
    let found = try store.mention(in: text)
    let ids = found.places.map(\.id.text).joined(separator: " ")
    #expect(ids + (found.isDoubtful ? "?" : "") == wanted)
    #expect(!found.isDoubtful || found.only == nil)
  }

  /// Companies whose names are first names: whoever asks, says or is met is somebody, in doubt. Those that are
  /// only words are companies where they do something.
  @Test(
    arguments: [
      "Will", "Chase", "Grant", "Mark", "Hunter", "Rich", "Morgan", "Ford", "Summer", "Sky",
    ]
      + ["Slack", "Square", "Block", "Gap", "Shell", "Apple", "Amazon", "Meta", "Notion", "Target"])
  func aFirstNameIsNoCompany(_ name: String) throws {
    let store = try Store.temporary()
    store.everydayWords = {
      OrdinaryWords(
        "apple\nblock\nchase\nford\ngap\ngrant\nhunter\nmark\nnotion\nrich\nshell\nsky\nslack\nsquare\n"
          + "summer\ntarget\nwill")
    }
    try store.apply(
      Change(
        "add",
        [.insert(.application(Application(id: ID("a"), created: noon) { $0.company = name }))]),
      at: noon)
    let isSomebody = FirstNames.contains(name)
    #expect(
      isSomebody == !"Slack Square Block Gap Shell Apple Amazon Meta Notion Target".contains(name))
    for text in ["\(name) asked about pay", "\(name) called me back", "\(name) told me so"] {
      let found = try store.mention(in: text)
      #expect(found.places.count == 1 && found.isDoubtful == isSomebody, "\(text)")
      #expect(found.otherwise == (isSomebody ? "a person" : "just the word"))
    }
    for text in ["I met \(name)", "We talked about it with \(name)", "\(name)'s question was hard"]
    {
      let found = try store.mention(in: text)
      #expect(!isSomebody || found.only == nil, "\(text)")
    }
    // "Gap: ..." is a heading of a note as well.
    let addressed = name == "Gap" ? "Gap asked for it" : "\(name): they asked about pay"
    for text in [addressed, "They were kind at \(name)", "Today I applied to \(name)"] {
      #expect(try store.mention(in: text).only != nil, "\(text)")
    }
    let inside = try store.companies(namedIn: "It was hard and then \(name) asked about pay again")
    #expect(inside.places.count == 1 && inside.isDoubtful == isSomebody)
  }

  /// Companies in the middle of a text: it is not filed for them, but they are said.
  @Test(arguments: [
    ("we talked to Target about pay", "target"), ("we talked to target about pay", "target?"),
    ("we hit the target with it", ""), ("They asked about Best Buy and about Go", "buy"),
    ("Somebody at Acme and one at Brex said so", "acme brex"),
    ("They liked it and the next step is mine", ""), ("nobody is named here at all", ""), ("", ""),
    (": / .", ""),
  ]) func companiesInTheMiddleAreSaid(_ text: String, _ wanted: String) throws {
    let store = try Store.temporary()
    store.everydayWords = { OrdinaryWords("best\nbuy\nnext\ntarget") }
    let names = [
      ("next", "Next"), ("target", "Target"), ("buy", "Best Buy"), ("acme", "Acme"),
      ("brex", "Brex"),
      ("hp", "HP"), ("three", "3M"), ("if", "IF"),
    ]
    try add(names, to: store)
    let found = try store.companies(namedIn: text)
    let ids = found.places.map(\.id.text).joined(separator: " ")
    #expect(ids + (found.isDoubtful && !ids.isEmpty ? "?" : "") == wanted)
  }

  @Test func textsWithoutAWordNameNobody() throws {
    let store = try store()
    for text in Wordless.texts {
      _ = try store.mention(in: text)
      _ = try store.companies(namedIn: text)
      _ = Words(text).prefixes
      _ = try store.contacts(String(text.prefix(200)), now: noon)
      _ = try store.foreignNames(in: text, besides: ID("a"))
    }
  }

  /// What the index lets go of a letter, the look-up of people lets go of as well.
  @Test func theIndexAndTheLookUpFoldAlike() {
    for value in 0xC0...0x24F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let letter = String(scalar).lowercased()
      let plain = PlainLetters.plain(letter)
      if plain != letter { #expect(NameFolding.plain(letter) == plain, "\(letter)") }
    }
  }
}
