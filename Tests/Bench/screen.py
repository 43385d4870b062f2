"""What a terminal would show: just enough of xterm for what ncurses sends."""
import re
import unicodedata

TOKEN = re.compile(r"\x1b\[([0-9;?]*)([@-~])|\x1b[()][0-9A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b([^\[\]()])|([\x00-\x1a\x1c-\x1f\x7f])"
                   r"|([^\x00-\x1f\x7f])", re.S)


def width(c):
    if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


class Screen:
    def __init__(self, columns=80, rows=24, filling=" "):
        self.columns, self.rows = columns, rows
        self.cells = [[filling] * columns for _ in range(rows)]
        self.x = self.y = 0
        self.top, self.bottom = 0, rows - 1
        self.saved = (0, 0)
        self.last = " "
        self.wrap = False

    def feed(self, data):
        for match in TOKEN.finditer(data.decode("utf-8", "replace")):
            parameters, final, escape, control, text = match.groups()
            if text:
                self.put(text)
            elif final:
                self.sequence(parameters, final)
            elif escape:
                self.escape(escape)
            elif control:
                self.control(control)
        return self

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def put(self, c):
        w = width(c)
        if w == 0:
            return
        if self.wrap or self.x + w > self.columns:
            self.x, self.wrap = 0, False
            self.line_feed()
        self.cells[self.y][self.x] = c
        if w == 2:
            self.cells[self.y][self.x + 1] = ""
        self.last = c
        self.x += w
        if self.x >= self.columns:
            self.x, self.wrap = self.columns - 1, True

    def line_feed(self):
        if self.y == self.bottom:
            self.scroll(self.top, 1)
        elif self.y < self.rows - 1:
            self.y += 1

    def scroll(self, top, count):
        """Moves the rows from `top` to the bottom of the region up, or down when `count` is negative."""
        blank = [" "] * self.columns
        for _ in range(min(abs(count), self.rows)):
            if count > 0:
                del self.cells[top]
                self.cells.insert(self.bottom, blank[:])
            else:
                del self.cells[self.bottom]
                self.cells.insert(top, blank[:])

    def move(self, x, y):
        self.x = max(0, min(self.columns - 1, x))
        self.y = max(0, min(self.rows - 1, y))
        self.wrap = False

    def control(self, c):
        if c == "\r":
            self.move(0, self.y)
        elif c in "\n\v\f":
            self.wrap = False
            self.line_feed()
        elif c == "\b":
            self.move(self.x - 1, self.y)
        elif c == "\t":
            self.move((self.x // 8 + 1) * 8, self.y)

    def escape(self, c):
        if c == "M":
            if self.y == self.top:
                self.scroll(self.top, -1)
            else:
                self.move(self.x, self.y - 1)
        elif c == "7":
            self.saved = (self.x, self.y)
        elif c == "8":
            self.move(*self.saved)

    def sequence(self, parameters, final):
        if parameters.startswith("?"):
            return
        numbers = [int(p) if p else 0 for p in parameters.split(";")]
        n = max(1, numbers[0])
        row = self.cells[self.y]
        if final in "Hf":
            self.move(max(1, numbers[1] if len(numbers) > 1 else 1) - 1, n - 1)
        elif final in "ABCDEFGd`":
            x, y = self.x, self.y
            self.move(*{"A": (x, y - n), "B": (x, y + n), "C": (x + n, y), "D": (x - n, y), "E": (0, y + n), "F": (0, y - n),
                        "G": (n - 1, y), "`": (n - 1, y), "d": (x, n - 1)}[final])
        elif final == "K":
            a, b = [(self.x, self.columns), (0, self.x + 1), (0, self.columns)][numbers[0]]
            row[a:b] = [" "] * (b - a)
        elif final == "J":
            a, b = [(self.y + 1, self.rows), (0, self.y), (0, self.rows)][min(2, numbers[0])]
            for y in range(a, b):
                self.cells[y] = [" "] * self.columns
            if numbers[0] < 2:
                self.sequence(parameters, "K")
        elif final == "X":
            row[self.x:self.x + n] = [" "] * len(row[self.x:self.x + n])
        elif final == "P":
            row[self.x:] = (row[self.x + n:] + [" "] * n)[:self.columns - self.x]
        elif final == "@":
            row[self.x:] = ([" "] * n + row[self.x:])[:self.columns - self.x]
        elif final == "L":
            self.scroll(self.y, -n)
        elif final == "M":
            self.scroll(self.y, n)
        elif final == "S":
            self.scroll(self.top, n)
        elif final == "T":
            self.scroll(self.top, -n)
        elif final == "b":
            for _ in range(n):
                self.put(self.last)
        elif final == "r":
            self.top = n - 1
            self.bottom = min(self.rows, numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.move(0, 0)
