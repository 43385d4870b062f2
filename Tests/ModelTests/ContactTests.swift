import DebriefModel
import Testing

/// Who is one person among the people on file, at however many companies.
@Suite(.timed) struct ContactTests {
  private let now = Moment(Day(iso: "2026-03-20")!, hour: 18)

  @Test func onePersonIsOneAtEveryCompany() {
    func contact(_ id: String, _ name: String, _ company: String, _ day: Int) -> Contact {
      var it = Contact(
        Person(id: ID(id)) {
          $0.name = name
          $0.company = company
        })
      it.history = [
        .init(
          day: now.day.adding(days: day), application: ID(company), company: company,
          what: Contact.gave)
      ]
      return it
    }
    let united = Contact.united([
      contact("a", "Mia Rek", "Nord", 0), contact("b", "Mia Rek", "Zeta", 3),
      contact("c", "Mia", "Nord", 1), contact("d", "Mia", "Zeta", 1),
    ])
    #expect(united.map(\.person.id.text) == ["a", "c", "d"])
    #expect(united[0].history.map(\.company) == ["Zeta", "Nord"])
    #expect(united[0].all.map(\.company) == ["Nord", "Zeta"])
    #expect(united[0].helped == now.day.adding(days: 3))
  }

  @Test func anAddressTellsWhoIsOne() {
    func person(_ id: String, _ name: String, _ company: String, _ email: String = "") -> Person {
      Person(id: ID(id)) { ($0.name, $0.company, $0.email) = (name, company, email) }
    }
    func united(_ people: Person...) -> [[String]] {
      Contact.united(people.map(Contact.init)).map { $0.all.map(\.id.text) }
    }
    let mia = person("a", "Mia Rek", "Nord", "Mia@Rek.example ")
    // Under a new name, and by the first name alone.
    #expect(united(mia, person("b", "Mia Holt", "Zeta", "mia@rek.example")) == [["a", "b"]])
    #expect(united(mia, person("b", "Mia", "Nord", "mia@rek.example")) == [["a", "b"]])
    // A desk has one address for many, and none is the same as none.
    #expect(united(mia, person("b", "Tom Berg", "Nord", "mia@rek.example")) == [["a"], ["b"]])
    #expect(united(person("a", "Mia", "Nord"), person("b", "Mia", "Zeta")) == [["a"], ["b"]])
    // Two colleagues of one name, one of whom may be known from elsewhere.
    let zeta = person("b", "Mia Rek", "Zeta")
    #expect(united(mia, zeta, person("c", "Mia Rek", "Zeta")) == [["a", "b"], ["c"]])
    #expect(united(person("a", "Mia Rek", ""), person("b", "Mia Rek", "")) == [["a"], ["b"]])
    // The third brings two together, in the order in which they came.
    #expect(
      united(
        person("a", "Mia Rek", "Nord"), person("b", "Mia Holt", "Zeta", "mia@rek.example"),
        person("c", "Mia Rek", "Ypsi", "mia@rek.example")) == [["a", "b", "c"]])
  }

  @Test func aNameMeansWhoeverIsAtThisCompanyAndGetsOneLetter() {
    func person(_ id: String, _ company: String) -> Person {
      Person(id: ID(id)) { ($0.name, $0.company, $0.part) = ("Mia Rek", company, .hr) }
    }
    for (here, elsewhere) in [("a", "b"), ("b", "a")] {
      var it = Dossier(Application(id: ID("app"), created: now) { $0.company = "Zeta" })
      it.people = [person(elsewhere, "Nord"), person(here, "zeta")]
      // A mail named the entry of another company.
      it.events = [
        Event(
          id: ID("e"), application: ID("app"), kind: .refused, on: now.day, recorded: now
        ) { $0.person = ID(elsewhere) }
      ]
      it.sort()
      #expect(PeopleLookup.one(named: "Mia Rek", among: it.people)?.id == ID(here))
      #expect(PeopleLookup.exact("mia rek", among: it.people)?.id == ID(here))
      for kind in [LetterKind.hr, .request, .withdrawal, .touch] {
        #expect(LetterRules.whoCanGet(kind, it, now: now).count == 1, "\(kind)")
      }
      // Two colleagues of one name each get theirs.
      it.people = [person("a", "Zeta"), person("b", "Zeta")]
      #expect(LetterRules.whoCanGet(.hr, it, now: now).count == 2)
    }
  }
}
