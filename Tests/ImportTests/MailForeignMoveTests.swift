import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

/// An email in German, French, or Spanish that moves an interview, or calls it off.
extension MailTests {
  /// An application with an interview on Thursday 5 March at 14:00; the emails are of Monday 2 March 2026.
  private func onThursday() -> Dossier {
    var it = dossier("Nordlicht", "Engineer", [.applied, .invited])
    it.interviews = [
      Interview(id: ID("round"), application: it.application.id, recorded: now) {
        $0.start = now.zone.moment(Day(2026, 3, 5)!, hour: 14)
      }
    ]
    return it
  }

  /// What becomes of it: the new time, "gone", or "kept"; with a question mark where they only ask.
  private func fate(_ words: String) throws -> String {
    var it = reader([onThursday()])
    for entry in try it.entry(try letter(words, subject: "Re: Interview")) {
      for operation in entry.operations {
        switch operation {
        case .update(.interview, .interview(let it)):
          guard let start = it.start else { return "open" }
          let time = it.dayOnly == true ? "\(start.day)" : "\(start.day) \(start.clock)"
          return time + (entry.replaces ? "?" : "")
        case .delete(.interview): return "gone"
        default: continue
        }
      }
    }
    return "kept"
  }

  @Test(arguments: [
    (
      "Leider müssen wir unser Gespräch am Donnerstag auf Montag, den 9. März, um 14:30 Uhr verschieben.",
      "2026-03-09 14:30"
    ),
    (
      "Das Vorstellungsgespräch wird auf Freitag, den 6. März, um 10:00 Uhr verlegt.",
      "2026-03-06 10:00"
    ),
    (
      "Könnten wir das Gespräch am Donnerstag auf Montag um 15:00 Uhr verschieben?",
      "2026-03-09 15:00?"
    ),
    ("Leider müssen wir das Gespräch am Donnerstag absagen.", "gone"),
    ("Das Gespräch am Donnerstag kann leider nicht stattfinden.", "gone"),
    ("Das Telefonat am Donnerstag entfällt.", "gone"),
    ("Können wir den Termin verschieben?", "kept"),
    ("Falls Sie das Gespräch verschieben möchten, rufen Sie uns an.", "kept"),
    ("Wir möchten das Gespräch nicht absagen.", "kept"),
    (
      "Nous devons reporter l'entretien du jeudi 5 mars au lundi 9 mars à 14h30.",
      "2026-03-09 14:30"
    ),
    ("L'entretien de jeudi est déplacé au vendredi 6 mars à 10h00.", "2026-03-06 10:00"),
    (
      "Pourrions-nous décaler l'entretien de jeudi à lundi à 15h00 ?", "2026-03-09 15:00?"
    ),
    ("Malheureusement, nous devons annuler l'entretien de jeudi.", "gone"),
    ("L'entretien de jeudi est annulé.", "gone"),
    ("L'entretien de jeudi n'aura pas lieu.", "gone"),
    ("Si vous devez annuler l'entretien, appelez-nous.", "kept"),
    (
      "Tenemos que aplazar la entrevista del jueves al lunes 9 de marzo a las 14:30.",
      "2026-03-09 14:30"
    ),
    ("¿Podríamos cambiar la entrevista del jueves al viernes a las 11:00?", "2026-03-06 11:00?"),
    ("Lamentablemente tenemos que cancelar la entrevista del jueves.", "gone"),
    ("La entrevista del jueves queda cancelada.", "gone"),
    ("La entrevista se ha aplazado; le avisaremos de la nueva fecha.", "kept"),
    ("Le confirmamos la entrevista del jueves a las 14:00.", "kept"),
    ("Wir bestätigen das Gespräch am Donnerstag um 14:00 Uhr.", "kept"),
    ("Nous confirmons l'entretien de jeudi à 14h00.", "kept"),
  ]) func aForeignEmailMovesAnInterview(_ words: String, _ wanted: String) throws {
    let found = try fate(words)
    #expect(found == wanted, "\(words)")
  }

  /// Words of these languages are read so only beside a day, or an hour, of theirs.
  @Test func englishStaysAsItIs() {
    let words = importWords.moves
    #expect(words.english(["Your", "interview", "with", "Mars", "is", "on", "Tuesday"]) == nil)
    #expect(
      words.english(["am", "Montag", "um", "10", "Uhr"]) == ["on", "monday", "at", "10", "uhr"])
    #expect(words.english(["statt", "Dienstag"]) == ["instead", "of", "tuesday"])
    #expect(words.english(["jeudi", "5", "mars"]) == ["thursday", "5", "March"])
  }
}
