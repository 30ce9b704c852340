#include "analyze/pattern_tree.h"

#include <algorithm>
#include <utility>

#include "analyze/unicode.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace planmark {
namespace {

using Kind = PatternNode::Kind;

constexpr std::uint32_t largest_count = 1000;  // of counts within counts their product: RE2 refuses more
constexpr int deepest_group = 40;              // groups within groups

void add_range(CharacterSet& set, unsigned char first, unsigned char last) {
  for (unsigned c = first; c <= last; ++c) set.ascii.set(c);
}

void add_other_case(CharacterSet& set) {
  static const std::bitset<128> small = [] {
    std::bitset<128> letters;
    for (unsigned c = 'a'; c <= 'z'; ++c) letters.set(c);
    return letters;
  }();
  constexpr unsigned apart = 'a' - 'A';
  set.ascii |= (set.ascii & small) >> apart | (set.ascii << apart & small);
}

// \d, \w, \s; their opposites are the same letters as capitals.
bool add_named(CharacterSet& set, char name) {
  switch (name) {
    case 'd':
      add_range(set, '0', '9');
      return true;
    case 'w':
      add_range(set, '0', '9');
      add_range(set, 'a', 'z');
      add_range(set, 'A', 'Z');
      set.ascii.set('_');
      return true;
    case 's':
      for (const char c : {' ', '\t', '\n', '\f', '\r'}) set.ascii.set(static_cast<unsigned char>(c));
      return true;
    default:
      return false;
  }
}

void negate(CharacterSet& set) {
  set.ascii.flip();
  set.beyond = !set.beyond;
}

// The character that "\n", "\t", "\." stand for; 0 for an escape with another meaning.
char escaped_character(char c) {
  if (c == 'n') return '\n';
  if (c == 't') return '\t';
  const auto byte = static_cast<unsigned char>(c);
  return byte < 128 && byte > ' ' && !is_letter(c) && !is_digit(c) && c != '_' ? c : '\0';
}

bool has_case(char32_t character) { return is_upper(character) || is_lower(character); }

// The other case of a letter of western Europe with a mark; 0 where RE2 takes others for equal too, or none.
char32_t other_case(char32_t character) {
  constexpr char32_t to_small = 0x20, times = 0xD7, divided = 0xF7, ring_above = 0xC5;
  if (character == times || character == divided || character == ring_above ||
      character == ring_above + to_small)
    return 0;
  if (character >= 0xC0 && character <= 0xDE) return character + to_small;
  return character >= 0xE0 && character <= 0xFE ? character - to_small : 0;
}

bool is_assertion(const PatternNode& node) {
  return node.kind == Kind::text_begin || node.kind == Kind::text_end || node.kind == Kind::word_edge;
}

// Whether a node can match without taking a character.
bool may_be_empty(const PatternNode& node) {
  const auto each = [](const PatternNode& part) { return may_be_empty(part); };
  switch (node.kind) {
    case Kind::characters:
      return false;
    case Kind::sequence:
      return std::all_of(node.parts.begin(), node.parts.end(), each);
    case Kind::choice:
      return std::any_of(node.parts.begin(), node.parts.end(), each);
    case Kind::repeat:
      return node.least == 0 || may_be_empty(node.parts.front());
    default:
      return true;
  }
}

// How often the innermost thing may be repeated by counts.
std::uint32_t counts_within(const PatternNode& node) {
  std::uint32_t largest = 1;
  for (const PatternNode& part : node.parts) largest = std::max(largest, counts_within(part));
  if (node.kind != Kind::repeat) return largest;
  const std::uint32_t times = node.most == PatternNode::without_end ? node.least : node.most;
  return largest * std::max<std::uint32_t>(1, times);
}

// Each method reads one thing at the front of what is left; false, or nothing, where it is not understood.
class Parser {
 public:
  Parser(std::string_view pattern, bool case_sensitive) : left_(pattern), case_sensitive_(case_sensitive) {}

  std::optional<PatternNode> parse() {
    PatternNode whole;
    if (!choice(whole) || !left_.empty()) return std::nullopt;
    return whole;
  }

 private:
  bool take(std::string_view token) {
    if (!left_.starts_with(token)) return false;
    left_.remove_prefix(token.size());
    return true;
  }

  bool choice(PatternNode& node) {
    if (++depth_ > deepest_group) return false;
    node.kind = Kind::choice;
    do {
      if (!sequence(node.parts.emplace_back())) return false;
    } while (take("|"));
    if (node.parts.size() == 1) node = PatternNode(std::move(node.parts.front()));
    --depth_;
    return true;
  }

  bool sequence(PatternNode& node) {
    while (!left_.empty() && left_.front() != '|' && left_.front() != ')') {
      PatternNode item;
      if (!single(item) || !quantifier(item)) return false;
      node.parts.push_back(std::move(item));
    }
    return true;
  }

  bool single(PatternNode& node) {
    if (take("(?:") || (left_.front() == '(' && !left_.starts_with("(?") && take("(")))
      return choice(node) && take(")");
    if (take("^")) return node.kind = Kind::text_begin, true;
    if (take("$")) return node.kind = Kind::text_end, true;
    if (take("\\b")) return node.kind = Kind::word_edge, true;
    node.kind = Kind::characters;
    if (take("[")) return characters(node.characters);
    if (take(".")) {
      node.characters.ascii.set('\n');
      negate(node.characters);
      return true;
    }
    if (take("\\")) return escape(node.characters);
    return std::string_view("*+?{}]").find(left_.front()) == std::string_view::npos &&
           literal(node.characters);
  }

  bool escape(CharacterSet& set) {
    if (left_.empty()) return false;
    const char c = left_.front();
    left_.remove_prefix(1);
    if (add_named(set, c)) return true;
    if (c == 'D' || c == 'W' || c == 'S') {
      add_named(set, lower_ascii(c));
      negate(set);
      return true;
    }
    const char meant = c == 'x' ? by_number() : escaped_character(c);
    if (meant != '\0') set.ascii.set(static_cast<unsigned char>(meant));
    return meant != '\0';
  }

  // "27" of "\x27"; 0 for other digits than two that mean a character of ASCII that is no letter.
  char by_number() {
    int value = 0;
    for (int i = 0; i < 2; ++i) {
      const std::size_t digit =
          left_.empty() ? std::string_view::npos : std::string_view("0123456789abcdef").find(left_.front());
      if (digit == std::string_view::npos) return '\0';
      value = value * 16 + static_cast<int>(digit);
      left_.remove_prefix(1);
    }
    const char meant = static_cast<char>(value);
    return value < 128 && !is_letter(meant) ? meant : '\0';
  }

  bool literal(CharacterSet& set) {
    const DecodedCharacter c = decode_at(left_, 0);
    if (c.size == 1 && c.value >= 128) return false;
    left_.remove_prefix(c.size);
    if (c.value >= 128) {
      set.listed.push_back(c.value);
      if (case_sensitive_ || !has_case(c.value)) return true;
      set.listed.push_back(other_case(c.value));
      return set.listed.back() != 0;
    }
    set.ascii.set(c.value);
    if (!case_sensitive_) add_other_case(set);
    return true;
  }

  bool characters(CharacterSet& set) {
    const bool negated = take("^");
    if (left_.starts_with("]")) return false;
    while (!take("]"))
      if (!member(set)) return false;
    if (!case_sensitive_) add_other_case(set);
    if (negated) negate(set);
    return true;
  }

  bool member(CharacterSet& set) {
    if (left_.empty() || left_.front() == '[') return false;
    if (left_.front() == '-' && !left_.starts_with("-]") && set.ascii.any()) return false;
    if (take("\\")) {
      const bool opposite = !left_.empty() && (left_[0] == 'D' || left_[0] == 'W' || left_[0] == 'S');
      return !opposite && escape(set) && (!left_.starts_with("-") || left_.starts_with("-]"));
    }
    if (left_.size() > 2 && left_[1] == '-' && left_[2] != ']') return range(set);
    return literal(set);
  }

  bool range(CharacterSet& set) {
    const char first = left_[0], last = left_[2];
    const bool plain = (is_letter(first) && is_letter(last)) || (is_digit(first) && is_digit(last));
    if (!plain || first > last) return false;
    add_range(set, static_cast<unsigned char>(first), static_cast<unsigned char>(last));
    left_.remove_prefix(3);
    return true;
  }

  bool quantifier(PatternNode& node) {
    if (take("*")) return repeat(node, 0, PatternNode::without_end);
    if (take("+")) return repeat(node, 1, PatternNode::without_end);
    if (take("?")) return repeat(node, 0, 1);
    if (!take("{")) return true;
    std::uint16_t least = 0;
    if (!count(least)) return false;
    std::uint16_t most = least;
    if (take(",") && (most = PatternNode::without_end, !left_.starts_with("}")) && !count(most)) return false;
    return take("}") && most > 0 && most >= least && repeat(node, least, most);
  }

  bool repeat(PatternNode& node, std::uint16_t least, std::uint16_t most) {
    const bool lazy = take("?");
    const bool again =
        !left_.empty() && std::string_view("*+?{").find(left_.front()) != std::string_view::npos;
    if (again || is_assertion(node) || (most > 1 && may_be_empty(node))) return false;
    PatternNode repeated;
    repeated.kind = Kind::repeat;
    repeated.least = least;
    repeated.most = most;
    repeated.lazy = lazy;
    repeated.parts.push_back(std::move(node));
    node = std::move(repeated);
    return counts_within(node) <= largest_count;
  }

  bool count(std::uint16_t& number) {
    std::size_t digits = 0;
    std::uint32_t value = 0;
    while (digits < 4 && digits < left_.size() && is_digit(left_[digits]))
      value = value * 10 + static_cast<std::uint32_t>(left_[digits++] - '0');
    left_.remove_prefix(digits);
    number = static_cast<std::uint16_t>(value);
    return digits > 0 && value <= largest_count;
  }

  std::string_view left_;
  bool case_sensitive_;
  int depth_ = 0;
};

}  // namespace

std::optional<PatternNode> parse_pattern(std::string_view pattern, bool case_sensitive) {
  auto tree = Parser(pattern, case_sensitive).parse();
  return tree && !may_be_empty(*tree) ? std::move(tree) : std::nullopt;
}

}  // namespace planmark
