import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

/// Which application a mail belongs to, and what it adds there.
extension MailTests {
  @Test func theCompanyIsFoundInManyWays() throws {
    let one = dossier("Nordlicht Labs", "Engineer")
    let other = dossier("Acme GmbH", "Cook")
    for (from, subject) in [
      ("x@jobs.nordlichtlabs.com", "Hello"),
      ("Nordlicht Labs Careers <no-reply@greenhouse.io>", "Hello"),
      ("no-reply@us.greenhouse-mail.io", "Your application to Nordlicht Labs"),
      ("Ada <ada@gmail.com>", "Nordlicht Labs: next steps"),
      ("Ada <ada@nordlicht-labs.de>", "Hi"),
    ] {
      var it = reader([one, other])
      let entry = try it.entry(
        try letter("Unfortunately we decided against you.", from: from, subject: subject)
      ).first
      #expect(entry?.sentence.hasPrefix("Nordlicht Labs") == true, "\(from) \(subject)")
      let people = entry?.operations.filter { $0.entity.kind == .person }.count
      #expect(people == (from.hasPrefix("Ada") ? 1 : 0), "\(from)")
    }
    var nobody = reader([one, other])
    #expect(
      fault {
        _ = try nobody.entry(try letter("Unfortunately no.", from: "x@gmail.com", subject: "Hi"))
      }?.kind == .whose)
    // Not on file: as the mail names it.
    var new = reader([])
    let entry = try #require(
      try new.entry(
        try letter(
          "Thank you for applying. We received your application.",
          from: "Kiesel Careers <jobs@lever.co>")
      ).first)
    #expect(
      entry.operations.contains {
        if case .insert(.application(let a)) = $0 { a.company == "Kiesel" } else { false }
      })
  }

  @Test func ofSeveralJobsTheOneItNamesIsMeant() throws {
    let a = dossier("Nordlicht", "Engineer")
    var b = dossier("Nordlicht", "Data Scientist")
    b.application.id = ID("second")
    b.events = []
    var it = reader([a, b])
    let body = "Unfortunately we decided against you for the Data Scientist role."
    let entry = try #require(try it.entry(try letter(body)).first)
    #expect(entry.sentence.hasPrefix("Nordlicht · Data Scientist"))
    var open = reader([a, b])
    let unclear = fault { _ = try open.entry(try letter("Unfortunately we decided against you.")) }
    #expect(unclear?.kind == .whose && unclear?.description.contains("2 applications") == true)
  }

  @Test func whatOneForwardsToOneselfCounts() throws {
    var it = reader([dossier("Nordlicht", "Engineer")])
    let body =
      "see below\n\n---------- Forwarded message ---------\nFrom: Ada Quill <ada.quill@nordlicht.example>\nDate: Fri, Feb 27, 2026 at 9:15 AM\nSubject: Your application\nTo: Me <me@example.org>\n\nUnfortunately we decided against you.\n"
    let entry = try #require(try it.entry(try letter(body, from: "me@example.org")).first)
    guard
      case .insert(.event(let event))? = entry.operations.first(where: { $0.entity.kind == .event })
    else {
      return #expect(Bool(false))
    }
    #expect(
      event.known?.description == "2026-02-27"
        && event.words == "Unfortunately we decided against you."
    )
    var mine = reader([dossier("Nordlicht", "Engineer")])
    #expect(
      fault {
        _ = try mine.entry(
          try letter(
            "I'd like to ask for feedback.", from: "me@example.org", to: "ada@nordlicht.example"))
      }?.description.contains("from you") == true)
  }

  @Test func afterARequestTheirAnswerIsFeedback() throws {
    var dossier = dossier("Nordlicht", "Engineer", [.applied, .refused])
    dossier.events[1].words = "no"
    var it = reader([dossier])
    let entry = try #require(
      try it.entry(try letter("Unfortunately your answers were too long, and we missed examples."))
        .first)
    #expect(
      entry.operations.contains {
        if case .insert(.feedback(let f)) = $0 {
          f.verbatim.hasPrefix("Unfortunately your")
        } else {
          false
        }
      })
  }

  @Test func aDayTheyNameIsNoted() throws {
    var it = reader([dossier("Nordlicht", "Engineer")])
    let entry = try #require(
      try it.entry(
        try letter(
          "Thank you for applying. We received your application. We will get back to you by Friday, 13 March 2026."
        )
      ).first)
    let promised = entry.operations.contains {
      if case .insert(.event(let e)) = $0 {
        e.kind == .promised && e.due?.description == "2026-03-13"
      } else {
        false
      }
    }
    #expect(promised, "\(entry)")
  }
}
