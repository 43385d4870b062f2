extension Archive {
  /// The same things so many days later, at the same hours by the clocks of a zone: how sample data made
  /// on one day looks fresh on another, wherever that is.
  public func shifted(days: Int, in zone: Zone) -> Archive {
    func move(_ day: Day?) -> Day? { day.map { $0.adding(days: days) } }
    func move(_ moment: Moment) -> Moment {
      zone.moment(moment.day.adding(days: days), hour: moment.hour, minute: moment.minute)
        .adding(seconds: ((moment.seconds % 60) + 60) % 60)
    }
    var next = self
    for i in next.application.indices {
      next.application[i].created = move(next.application[i].created)
    }
    for i in next.interview.indices {
      next.interview[i].start = next.interview[i].start.map { move($0) }
      next.interview[i].recorded = move(next.interview[i].recorded)
    }
    for i in next.event.indices {
      next.event[i].on = next.event[i].on.adding(days: days)
      next.event[i].due = move(next.event[i].due)
      next.event[i].recorded = move(next.event[i].recorded)
      next.event[i].earlier = next.event[i].earlier?.map {
        Event.Earlier(on: $0.on.adding(days: days), due: move($0.due), until: move($0.until))
      }
    }
    for i in next.turn.indices { next.turn[i].recorded = move(next.turn[i].recorded) }
    for i in next.finding.indices { next.finding[i].recorded = move(next.finding[i].recorded) }
    for i in next.feedback.indices {
      next.feedback[i].asked = move(next.feedback[i].asked)
      next.feedback[i].due = move(next.feedback[i].due)
      next.feedback[i].received = move(next.feedback[i].received)
      next.feedback[i].recorded = move(next.feedback[i].recorded)
    }
    for i in next.debrief.indices {
      next.debrief[i].started = move(next.debrief[i].started)
      next.debrief[i].closed = next.debrief[i].closed.map { move($0) }
    }
    for i in next.response.indices { next.response[i].answered = move(next.response[i].answered) }
    for i in next.improvement.indices {
      next.improvement[i].by = move(next.improvement[i].by)
      next.improvement[i].recorded = move(next.improvement[i].recorded)
    }
    for i in next.letter.indices {
      next.letter[i].heldUntil = next.letter[i].heldUntil.map { move($0) }
      next.letter[i].sent = move(next.letter[i].sent)
      next.letter[i].due = move(next.letter[i].due)
      next.letter[i].answered = move(next.letter[i].answered)
      next.letter[i].recorded = move(next.letter[i].recorded)
    }
    for i in next.forecast.indices { next.forecast[i].sealed = move(next.forecast[i].sealed) }
    for i in next.note.indices { next.note[i].recorded = move(next.note[i].recorded) }
    for i in next.preparation.indices {
      next.preparation[i].due = move(next.preparation[i].due)
      next.preparation[i].done = move(next.preparation[i].done)
      next.preparation[i].recorded = move(next.preparation[i].recorded)
    }
    for i in next.mark.indices {
      next.mark[i].until = move(next.mark[i].until)
      next.mark[i].recorded = move(next.mark[i].recorded)
    }
    for i in next.resume.indices { next.resume[i].recorded = move(next.resume[i].recorded) }
    return next
  }
}
