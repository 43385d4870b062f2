/// Goes through the pieces of a text once.
struct PayReader {
  let pieces: [PayPiece]
  var figures: [PayText.Figure] = []
  var hours: Int?
  /// How often a year it is paid, in ten-thousandths: 13.5 salaries.
  var payments: Int?
  /// Whether that is said of a figure for one month, and not of one that is spread over them.
  var isOfMonth = false
  /// Days of work a year.
  var days: Int?
  /// Whether it is for a part of a job: `4 days a week`, `80%`.
  var share: PayWords.Share?
  /// Every currency that is named anywhere, each once.
  var currencies: [PayWords.Currency] = []
  var at = 0
  /// Where what belongs to the next figure begins.
  var head = 0
  /// Pieces that say how long, and nothing of the pay.
  var taken: Set<Int> = []

  init(_ pieces: [PayPiece]) {
    self.pieces = pieces
    var at = 0
    while at < pieces.count {
      let found = currency(at, beside: false)
      if let it = found?.currency, !currencies.contains(it) { currencies.append(it) }
      at += found?.count ?? 1
    }
  }

  mutating func read() {
    while at < pieces.count {
      guard pieces[at].number != nil, !skip() else {
        at += 1
        continue
      }
      let start = at
      guard var figure = figure(), at > start else {
        at = max(at, start + 1)
        continue
      }
      let tail = at
      read(start, tail, into: &figure)
      figures.append(figure)
    }
  }

  func low(_ at: Int) -> String { pieces.indices.contains(at) ? pieces[at].low : "" }
  func isNumber(_ at: Int) -> Bool {
    pieces.indices.contains(at) && pieces[at].number != nil
  }
  func plain(_ at: Int) -> Int? {
    guard isNumber(at), let number = pieces[at].number else { return nil }
    return number.value()
  }

  // MARK: - One figure

  /// A currency at a piece, and how many pieces it takes: `C$` is two.
  func currency(_ at: Int, beside: Bool) -> (currency: PayWords.Currency, count: Int)? {
    guard pieces.indices.contains(at), pieces[at].number == nil else { return nil }
    let here = pieces[at]
    // `Hong Kong dollars` is three pieces, `Canadian $` two.
    for words in [2, 1] where here.isWord && at + words < pieces.count {
      let land = (at..<at + words).map { low($0) }.joined()
      if var it = PayWords.currency(of: land, called: low(at + words)) {
        it.written = pieces[at...at + words].map(\.text).joined(separator: " ")
        return (it, words + 1)
      }
    }
    if here.isWord, pieces.indices.contains(at + 1), !pieces[at + 1].isApart,
      let it = PayWords.currency(here.text + pieces[at + 1].text, beside: beside),
      pieces[at + 1].kind == .sign
    {
      return (it, 2)
    }
    guard let it = PayWords.currency(here.text, beside: beside) else { return nil }
    return (it, 1)
  }

  /// The currency of a capital or two before a number.
  private func letters(_ at: Int) -> PayWords.Currency? {
    // The K of `100K 15,000 bonus` is a multiple.
    guard pieces.indices.contains(at), pieces[at].isWord, isNumber(at + 1), !isNumber(at - 1)
    else { return nil }
    let times = pieces.indices.contains(at + 2) ? pieces[at + 2].text : ""
    let isSum =
      plain(at + 1).map { $0 >= 1000 * PayNumber.one || PayWords.times(times, of: $0) != nil }
    return PayWords.currency(letters: pieces[at].text, isSum: isSum ?? false)
  }

  /// The currency before a number, over a minus or a full stop: `kr. 45 000`.
  func before(_ at: Int) -> PayWords.Currency? {
    var last = at - 1
    if low(last) == "-" || low(last) == "−", !pieces[at].isApart { last -= 1 }
    if low(last) == ".", last > 0, pieces[last - 1].isWord || low(last - 1) == "/" { last -= 1 }
    guard last >= 0, pieces[last].number == nil else { return nil }
    if last > 0, pieces[last - 1].isWord, !pieces[last].isApart,
      let two = currency(last - 1, beside: true), two.count == 2
    {
      return two.currency
    }
    for words in [2, 1] where last - words >= 0 {
      if let it = currency(last - words, beside: true), it.count == words + 1 { return it.currency }
    }
    // An R before a number is the rand; elsewhere it is a letter.
    if last + 1 == at, let it = letters(last) { return it }
    // What stands directly behind another number belongs to that one: `80k€-90k€`.
    if last > 0, !pieces[last].isApart, isNumber(last - 1) || isNumber(last - 2), last + 1 < at {
      return nil
    }
    guard let it = currency(last, beside: true) else { return nil }
    // `USD / EUR 80k`: the sign before another sign makes it clearer.
    if !it.currency.isExact, last > 0, let other = currency(last - 1, beside: true)?.currency,
      other.isExact
    {
      return other
    }
    return it.currency
  }

  /// One end of a range: the number here with its multiple and the currency at either side.
  mutating func end() -> (value: Int, isMultiplied: Bool, currency: PayWords.Currency?)? {
    guard isNumber(at), let number = pieces[at].number else { return nil }
    var sign = before(at)
    var next = at + 1
    var times = 1
    var hints = PayNumber.Hints()
    let rough = number.value() ?? 0
    func multiple(_ index: Int) -> Int? {
      guard pieces.indices.contains(index), pieces[index].isWord else { return nil }
      if low(index) == "l", pieces[index].isApart, sign?.codes.contains("INR") == false {
        return nil
      }
      return PayWords.times(pieces[index].text, of: rough)
    }
    if let more = multiple(next) {
      times = more
      hints.isMultiplied = true
      hints.hasDecimalComma = PayWords.withDecimalComma.contains(low(next))
      // LPA and CTC say more than the multiple, and are read once more.
      if low(next) != "lpa" { next += 1 }
      if low(next) == "." { next += 1 }
    } else if pieces.indices.contains(next), low(next) == "t",
      ["€", "$", "£"].contains(low(next + 1))
    {
      times = 1000
      next += 1
    }
    if times == 1, at > 0, let both = PayWords.scaledCurrency(pieces[at - 1].text) {
      // `TEUR 65`
      (times, sign, hints.isMultiplied) = (both.times, both.currency, true)
    } else if pieces.indices.contains(next), let both = PayWords.scaledCurrency(pieces[next].text) {
      times = both.times
      hints.isMultiplied = true
      sign = sign ?? both.currency
      next += 1
    } else if pieces.indices.contains(next), let it = currency(next, beside: true) {
      // `$ 90,000 CAD` is of the code; a sign that begins the next figure is not of this one.
      let isNext = isNumber(next + it.count) && !pieces[next + it.count].isApart && sign != nil
      if !isNext {
        if sign == nil || sign?.isExact == false { sign = it.currency }
        next += it.count
        // `20$ CAD`: the code says whose dollars.
        if sign?.isExact == false, let code = currency(next, beside: true), code.currency.isExact,
          !isNumber(next + code.count)
        {
          sign = code.currency
          next += code.count
        }
        if times == 1, let more = multiple(next) {
          times = more
          next += 1
        }
      }
    } else if low(next) == "(", pieces.indices.contains(next + 1),
      let it = currency(next + 1, beside: true), low(next + 1 + it.count) == ")"
    {
      if sign == nil || sign?.isExact == false { sign = it.currency }
      next += it.count + 2
    }
    if let sign, sign.codes.count == 1 {
      hints.hasThreeDecimals = !sign.codes.isDisjoint(with: PayWords.ofThreeDecimals)
    }
    guard let value = number.value(hints), let whole = PayMath.times(value, times) else {
      return nil
    }
    at = next
    var sum = whole
    // `1 crore 20 lakh`, `1億2000万`.
    if times > 1000, isNumber(at), let more = plain(at),
      let smaller = PayWords.times(
        pieces.indices.contains(at + 1) ? pieces[at + 1].text : "", of: more),
      smaller < times, smaller >= 1000, let rest = PayMath.times(more, smaller)
    {
      sum += rest
      at += low(at + 1) == "lpa" ? 1 : 2
      if sign == nil, let it = currency(at, beside: true) {
        sign = it.currency
        at += it.count
      }
    }
    return (sum, hints.isMultiplied || times > 1, sign)
  }

  mutating func figure() -> PayText.Figure? {
    let start = at
    guard let first = end() else { return nil }
    var figure = PayText.Figure(low: first.value, high: first.value, currency: first.currency)
    figure.isNegative = isNegative(start)
    let end = at
    guard var second = secondEnd() else {
      // `mid 80s`: anything from 80 to 89.
      if low(at) == "s" || low(at - 1) == "s", !pieces[at < pieces.count ? at : at - 1].isApart,
        first.value % (10 * PayNumber.one) == 0, first.value < 1000 * PayNumber.one
      {
        figure.high = first.value + 9 * PayNumber.one
      }
      return figure
    }
    if let mine = first.currency, let other = second.currency, !mine.mayBe(other) {
      // `EUR 80k / USD 87k` is the same said twice.
      at = end
      return figure
    }
    // `90k to 100`: the second one is as much of thousands.
    if first.isMultiplied, !second.isMultiplied, second.value < 1000 * PayNumber.one,
      let more = PayMath.times(second.value, 1000), more >= first.value,
      first.value < 1_000_000 * PayNumber.one
    {
      second.value = more
    }
    var least = first.value
    if !first.isMultiplied, least < 1000 * PayNumber.one, second.value >= 1000 * PayNumber.one {
      // `72-82k` and `80-90,000`: the first one is as much of thousands, lakhs or millions.
      if let more = PayMath.times(least, second.times > 1 ? second.times : 1000),
        more <= second.value || second.times > 1
      {
        least = more
      }
    } else if !first.isMultiplied, second.isMultiplied,
      let more = PayMath.times(least, second.times),
      more <= second.value
    {
      least = more
    }
    figure.low = min(least, second.value)
    figure.high = max(least, second.value)
    if figure.currency == nil || figure.currency?.isExact == false {
      figure.currency = second.currency ?? figure.currency
    }
    return figure
  }

  /// The other end of a range behind what joins the two; moves on only when there is one.
  mutating func secondEnd() -> (
    value: Int, isMultiplied: Bool, times: Int, currency: PayWords.Currency?
  )? {
    let start = at
    var next = at
    // `£20/h - £25/h`: the span stands behind each end.
    if PayWords.leads.contains(low(next)), PayWords.unit(low(next + 1)) != nil { next += 2 }
    let join = low(next)
    guard PayWords.joins.contains(join) else { return nil }
    if join == "and" || join == "e" || join == "y" {
      guard
        ["between", "zwischen", "entre", "tra"].contains(where: { word in
          pieces[max(0, head)..<start].contains { $0.low == word }
        })
      else { return nil }
    }
    next += 1
    if ["up", "at", "bis", "."].contains(low(next)) { next += 1 }
    var number = next
    if let it = currency(next, beside: true) { number += it.count }
    if low(number) == "." { number += 1 }
    if isNumber(number + 1), letters(number) != nil { number += 1 }
    guard isNumber(number), low(number + 1) != "%" else { return nil }
    at = number
    guard let it = end() else {
      at = start
      return nil
    }
    let shown = pieces[number].number?.value() ?? 1
    let times = shown > 0 && it.value % shown == 0 ? max(1, it.value / shown) : 1
    return (it.value, it.isMultiplied, times, it.currency)
  }

  /// A minus directly before a number and behind nothing it could join.
  func isNegative(_ start: Int) -> Bool {
    var last = start - 1
    if last >= 0, pieces[last].number == nil, currency(last, beside: true) != nil { last -= 1 }
    guard low(last) == "-" || low(last) == "−", last + 1 < pieces.count else { return false }
    if pieces[last + 1].isApart { return false }
    return last == 0 || pieces[last].isApart || currency(last - 1, beside: true) != nil
      || low(last - 1) == "("
  }

  // MARK: - What stands around it

  /// Reads span, tax and extras before and behind a figure.
  mutating func read(_ start: Int, _ tail: Int, into figure: inout PayText.Figure) {
    var behind = tail
    // The 2 of `B2B` ends nothing.
    while behind < pieces.count,
      !isNumber(behind) || taken.contains(behind)
        || (behind > tail && pieces[behind - 1].isWord && !pieces[behind].isApart
          && low(behind - 1) != "x")
    { behind += 1 }
    // What stands between this figure and the next is this one's up to the last break before it.
    var stop = behind
    if behind < pieces.count {
      for at in (tail..<behind).reversed() where PayWords.breaks.contains(low(at)) {
        stop = at
        break
      }
      // `80k TC 120k`: such a word right before a number is of that number.
      if stop == behind, behind > tail, PayWords.basis(low(behind - 1)) != nil { stop -= 1 }
    }
    let lead = words(head, start)
    let broken = (tail..<stop).first { PayWords.breaks.contains(low($0)) } ?? stop
    figure.period = period(tail, stop) ?? period(head, start, isHead: true)
    for at in Array(tail..<stop) + Array(head..<start) where figure.tax == nil {
      figure.tax = PayWords.tax(low(at)) ?? handed(at)
      if low(at) == "tax", figure.tax == nil {
        figure.tax =
          ["before", "pre"].contains(low(at - 1)) ? .gross : low(at - 1) == "after" ? .net : nil
      }
    }
    for at in Array(tail..<stop) + Array(head..<start) {
      figure.basis = figure.basis ?? PayWords.basis(low(at))
      figure.share = figure.share ?? PayWords.share(low(at))
      if low(at) == "time", low(at - 1) == "part" || low(at - 2) == "part" { figure.share = .part }
      if low(at) == "time", low(at - 1) == "full" { figure.share = figure.share ?? .full }
      if low(at) == "in", low(at - 1) == "all" { figure.basis = figure.basis ?? .total }
      if low(at) == "target", low(at - 1) == "on" { figure.basis = figure.basis ?? .total }
    }
    figure.isExtra =
      words(tail, broken).contains(where: PayWords.extras.contains)
      || lead.split(whereSeparator: { PayWords.breaks.contains($0) && $0 != ":" }).last?.contains(
        where: PayWords.extras.contains) == true
    let last = lead.filter { $0 != "." && PayWords.currency($0, beside: true) == nil }.suffix(2)
    if figure.low == figure.high, let word = last.last {
      bound(word, Array(lead.filter { $0 != "." }.suffix(4)), &figure)
      if word == "at", last.first == "starting" { figure.high = nil }
      if word == "of", last.first == "minimum" { figure.high = nil }
      if word == "of", last.first == "maximum" { figure.low = nil }
    }
    if figure.low == figure.high {
      if low(tail) == "+", !isNumber(tail + 1), !hasWord(tail + 1) { figure.high = nil }
      if words(tail, broken).starts(with: ["or", "more"])
        || words(tail, stop).starts(with: ["or", "more"])
        || ["minimum", "min", "upwards", "up"].contains(low(tail))
      {
        figure.high = nil
      }
      if ["max", "maximum"].contains(low(tail)) || words(tail, stop).starts(with: ["or", "less"]) {
        figure.low = nil
      }
    }
    head = stop
    at = max(tail, min(behind, pieces.count))
  }

  func hasWord(_ at: Int) -> Bool { pieces.indices.contains(at) && pieces[at].isWord }

  func words(_ start: Int, _ end: Int) -> [String] {
    start < end ? pieces[start..<end].map(\.low) : []
  }

  /// The first span that is named among some pieces.
  func period(_ start: Int, _ end: Int, isHead: Bool = false) -> PayWords.Period? {
    guard start < end else { return nil }
    for at in start..<end where !taken.contains(at) && pieces[at].isWord {
      let word = low(at)
      if word == "m", isHead { continue }
      if let it = often(at) ?? PayWords.adverb(word) { return it }
      guard let unit = PayWords.unit(word) else { continue }
      let before = low(at - 1) == "." ? low(at - 2) : low(at - 1)
      // A day's work in capitals; `kr/md` is a month.
      if word == "md", pieces[at].text != "MD" { return .month }
      let led =
        at > start && PayWords.leads.contains(before)
      // `an` and `m` are a year and a month only behind a stroke or `par`.
      if led {
        if word == "an" && before != "/" && before != "par" { continue }
        if word == "m" || word == "d" || word == "w" || word == "y", before != "/" { continue }
        return unit
      }
      if isHead, ["rate", "pay", "wage", "salary"].contains(low(at + 1)) { return unit }
      if !isHead, at == start, unit == .hour || word.utf8.count > 3 || "月年日時週월년".contains(word) {
        return unit
      }
      if isHead, "月年日時週월년".contains(word) { return unit }
    }
    return nil
  }
}
