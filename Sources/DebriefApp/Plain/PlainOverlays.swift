import DebriefModel
import TUI

/// What lies over a screen, in plain mode: pickers, yes and no, a line to type, lines to read.
extension PickerOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("", asks: picker.title)
    it.choices = picker.options.enumerated().map { at, option in
      let key = ["y", "n"].contains(option.key) ? option.key : "\(at + 1)"
      let text =
        option.disabled == nil
        ? String.said(option.title, option.detail) : option.title.capitalizedFirst
      return Spoken.Choice(key, text, refused: option.disabled) { app in
        guard let place = app.overlays.last as? PickerOverlay, place.does.indices.contains(at)
        else { return [] }
        let requests = place.does[at](&app.desk)
        return app.run([.close] + requests)
      }
    }
    it.back = Spoken.key(Key(.escape))
    return it
  }
}

extension ConfirmOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("", [detail], asks: question)
    it.choices = [
      .init("y", "Yes", does: Spoken.key(.char("y"))),
      .init("n", "No", does: Spoken.key(.char("n"))),
    ]
    it.back = Spoken.key(.char("n"))
    return it
  }
}

extension PromptOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    let label = label(Plain.wide).trimmed
    var it = Spoken(
      "", fault.isEmpty ? [] : [fault],
      asks: (label.hasSuffix(":") ? String(label.dropLast()) : label).capitalizedFirst)
    let done: Spoken.Does = { app in
      let typed = PromptOverlay.reach(&app) { place, desk in place.typed(place.field.text, &desk) }
      return app.run(typed ?? []) + app.input(.key(Key(.enter)))
    }
    it.text = Spoken.Text(
      now: field.text,
      write: { app, text in
        PromptOverlay.reach(&app) { place, _ in
          (place.field, place.isReplaced, place.fault) = (TextField(text), false, "")
        }
      }, done: done)
    it.enter =
      field.isEmpty
      ? Spoken.Step("back", Spoken.key(Key(.escape))) : Spoken.Step("use what's there", done)
    it.back = Spoken.key(Key(.escape))
    return it
  }
}

extension SheetPlace {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken(title, told(desk))
    it.enter = Spoken.Step("back", Spoken.key(Key(.escape)))
    it.back = Spoken.key(Key(.escape))
    return it
  }
}

extension RivalOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("", asks: "What else could explain it?")
    it.text = Spoken.Text(
      now: field.text,
      write: { app, text in RivalOverlay.reach(&app) { place, _ in place.field = TextField(text) }
      },
      done: Spoken.key(Key(.enter)))
    it.enter = Spoken.Step(
      field.isEmpty ? "nothing comes to mind" : "add it", Spoken.key(Key(.enter)))
    it.skip = Spoken.key(Key(.enter))
    it.back = Spoken.key(Key(.escape))
    return it
  }
}

extension SearchOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("Search everything you've written")
    if !words.isEmpty, hits.isEmpty { it.lines = ["No matches for “\(words)”."] }
    it.asks = hits.isEmpty ? "Words to look for" : "Which one? Or other words to look for."
    it.choices = hits.enumerated().map { at, hit in
      let said = hit.pieces.map(\.text).joined().split(whereSeparator: \.isNewline)
      return Spoken.Choice(
        "\(at + 1)", String.said(hit.title, hit.kind.label, said.joined(separator: " "))
      ) { app in
        SearchOverlay.reach(&app) { place, _ in
          place.list.select(at, count: at + 1, height: at + 1)
        }
        return app.input(.key(Key(.enter)))
      }
    }
    it.text = Spoken.Text(
      write: { app, text in SearchOverlay.reach(&app) { place, _ in place.field = TextField(text) }
      },
      done: { app in
        let typed = SearchOverlay.reach(&app) { place, desk in place.searched(desk, all: true) }
        return app.run(typed ?? [])
      })
    it.back = Spoken.key(Key(.escape))
    return it
  }
}

extension PlaceOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken(
      "", about.isEmpty ? [] : [about], asks: "Which application does it belong to?")
    if rows.isEmpty { it.lines.append("No match.") }
    it.choices = rows.enumerated().map { at, facts in
      Spoken.Choice(
        "\(at + 1)", String.said(facts.application.company, facts.application.role)
      ) { app in
        PlaceOverlay.reach(&app) { place, _ in place.list.select(at, count: at + 1, height: at + 1)
        }
        return app.input(.key(Key(.enter)))
      }
    }
    it.text = Spoken.Text(
      write: { app, text in PlaceOverlay.reach(&app) { place, _ in place.field = TextField(text) }
      },
      done: { app in
        let words = PlaceOverlay.look(app) { place, _ in place.field.text } ?? ""
        return [.loadPlaces(words)]
      })
    it.back = Spoken.key(Key(.escape))
    return it
  }
}

extension PrivacyScreen {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("Hidden")
    it.enter = Spoken.Step("go on", Spoken.key(Key(.enter)))
    it.back = Spoken.key(Key(.enter))
    return it
  }
}

extension Everywhere {
  func spoken(_ desk: Desk) -> Spoken { Spoken("") }
}

extension PrivateNoteOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("Private note", [PrivateNoteOverlay.explanation])
    it.asks = stored.isEmpty ? "Your note" : "What you type is added below."
    let before = stored.isEmpty ? "" : stored + "\n"
    it.text = Spoken.Text(
      isLong: true, now: area.text,
      write: { app, text in
        PrivateNoteOverlay.reach(&app) { place, desk in
          place.area = TextArea(before)
          _ = place.take(.paste(text), &desk)
        }
      }, done: Spoken.key(Key(.escape)))
    it.enter = Spoken.Step("back", Spoken.key(Key(.escape)))
    it.back = Spoken.key(Key(.escape))
    it.words[":empty"] = Spoken.Step("remove the note") { app in
      PrivateNoteOverlay.reach(&app) { place, desk in
        place.area = TextArea("")
        _ = place.take(.paste(""), &desk)
      }
      return app.input(.key(Key(.escape)))
    }
    return it
  }
}

extension WriteOutOverlay {
  func spoken(_ desk: Desk) -> Spoken {
    var it = Spoken("Get it off your chest", [WriteOutOverlay.explanation])
    guard !isEmpty else {
      it.asks = "Write."
      it.text = writing(after: "")
      it.enter = Spoken.Step("back", Spoken.key(Key(.escape)))
      it.back = Spoken.key(Key(.escape))
      return it
    }
    it.lines = ["What you wrote isn't saved anywhere yet."]
    it.asks = "What would you like to do with it?"
    it.back = Spoken.key(Key(.escape))
    it.choices = [
      .init("1", "Keep it in your private note", does: Spoken.command("write.seal")),
      .init("2", "Burn it: nothing is kept", does: Spoken.command("write.burn")),
      .init("3", "Write more") { app in
        let text = WriteOutOverlay.look(app) { place, _ in place.area.text } ?? ""
        app.write(writing(after: text + "\n"))
        app.notice = App.Notice(text: "Keep writing. A line with only a dot ends it.")
        return []
      },
    ]
    return it
  }

  private func writing(after before: String) -> Spoken.Text {
    Spoken.Text(
      isLong: true,
      write: { app, text in
        WriteOutOverlay.reach(&app) { place, _ in place.area = TextArea(before + text) }
      }, done: { _ in [] })
  }
}
