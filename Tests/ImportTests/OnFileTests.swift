import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

/// What is on file is found by names and addresses, however much of it there is.
@Suite(.timed) struct OnFileTests {
  private func person(_ number: Int, _ email: String, at company: String = "Acme") -> Person {
    Person(id: ID("p\(number)")) {
      ($0.name, $0.company, $0.email) = ("Person \(number)", company, email)
    }
  }

  @Test func whoeverHasAnAddressIsFound() {
    var file = OnFile()
    for number in 0..<5 { file.add(person(number, number < 2 ? "A@x.example" : "")) }
    #expect(file.people(email: "a@X.example").map(\.id) == [ID("p0"), ID("p1")])
    #expect(file.people(email: "").isEmpty)
    // Who gets another address is found by that one alone, in their own place.
    file.put(person(0, "b@x.example"))
    file.put(person(3, "a@x.example"))
    #expect(file.people(email: "a@x.example").map(\.id) == [ID("p1"), ID("p3")])
    #expect(file.people(email: "b@x.example").map(\.id) == [ID("p0")])
    #expect(file.people.map(\.id) == (0..<5).map { ID("p\($0)") })
    // And back again, once.
    file.put(person(0, "a@x.example"))
    #expect(file.people(email: "a@x.example").map(\.id) == [ID("p0"), ID("p1"), ID("p3")])
    // Nobody is put where nobody was.
    file.put(person(9, "c@x.example"))
    #expect(file.people.count == 5 && file.people(email: "c@x.example").isEmpty)
  }

  @Test func ofTwoWithOneAddressTheOneAtTheCompanyIsMeant() {
    var file = OnFile()
    file.add(person(0, "a@x.example", at: "Acme"))
    file.add(person(1, "a@x.example", at: "Zeta"))
    #expect(file.person(email: "a@x.example", at: "zeta")?.id == ID("p1"))
    #expect(file.person(email: "a@x.example", at: "Omega")?.id == ID("p0"))
  }

  @Test func theJobsOfACompanyAreItsOwn() {
    var file = OnFile()
    for (number, (company, role)) in [
      ("Acme", "Cook"), ("ACME", "Baker"), ("Acme", "Cook"), ("Acme Bakery", "Cook"), ("Zeta", ""),
    ].enumerated() {
      file.put(
        OnFile.Job(
          id: ID("j\(number)"), key: OnFile.key(company, role), company: company, role: role))
    }
    #expect(file.jobs(at: "acme").map(\.id) == [ID("j0"), ID("j1"), ID("j2")])
    #expect(file.jobs(at: "Acme Bakery").map(\.id) == [ID("j3")])
    #expect(file.jobs(at: "Zeta").map(\.id) == [ID("j4")] && file.jobs(at: "Omega").isEmpty)
  }
}
