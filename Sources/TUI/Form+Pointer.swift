/// Forms and the mouse.
extension Form {
  /// Follows what is pointed at: a field gets the focus, its text the cursor, and a choice is chosen. Of many
  /// choices the list opens; the row of the folded fields shows them. `size` is that of the canvas.
  public mutating func point(_ at: Pointed, size: Size) {
    if list != nil {
      list?.point(at)
      return
    }
    guard let number = at.field else { return }
    if number == fields.count {
      open()
    } else if fields.indices.contains(number), !fields[number].isNote {
      focus = number
      if let place = at.place { move(to: place) }
      if let item = at.item { choose(item) }
    }
    top = FormLayout(self, size: size, rows: ()).firstRow(focus: focus, from: top)
  }

  /// Turns the wheel by one notch: an open list moves, a text of several lines moves its cursor, else the
  /// focus goes on to the next field.
  public mutating func wheel(isDown: Bool, _ at: Pointed, size: Size) {
    var isText = list != nil
    if at.field == focus, at.text != nil, case .lines = focused?.kind { isText = true }
    let key = isText ? Key(isDown ? .down : .up) : isDown ? Key(.tab) : Key(.tab, .shift)
    _ = handle(.key(key), size: size)
  }

  private mutating func move(to place: (x: Int, y: Int, size: Size)) {
    switch editors[focus] {
    case .line(var field):
      field.point(column: place.x, columns: place.size.width)
      editors[focus] = .line(field)
      touched.insert(focus)
    case .lines(var area):
      area.point(x: place.x, y: place.y, width: place.size.width, height: place.size.height)
      editors[focus] = .lines(area)
    case .choice, .note: break
    }
  }

  private mutating func choose(_ item: Int) {
    guard case .choice(let chosen) = editors[focus] else { return }
    if let choices = fields[focus].longChoices {
      _ = show(choices, chosen: chosen, typed: "")
    } else if case .choice(let choices) = fields[focus].kind, choices.indices.contains(item) {
      editors[focus] = .choice(item)
      _ = changed()
    }
  }
}
