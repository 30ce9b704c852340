// What the elements of a web page are for, as far as their names, roles and classes say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "extract/html_tree.h"

namespace planmark {

// True where a browser begins a new line before and after the element.
bool is_html_block(std::string_view tag);

// 1 to 6 for headings, otherwise 0.
std::uint8_t heading_level(const HtmlNode& node);

// <sup> around a link inside the page: the mark of a footnote, no part of the sentence.
bool is_note_mark(const HtmlTree& tree, std::uint32_t node);

// The text in [begin, end) as it is read: white space collapsed, what is not shown left out, a space between
// blocks.
std::string html_text(const HtmlTree& tree, std::uint32_t begin, std::uint32_t end);

// White space of every kind becomes one space, none at the ends; letters as word_text() has them.
std::string collapsed(std::string raw);

// What is known of a whole page before it is walked.
class HtmlRoles {
 public:
  // Requires: `tree` outlives this value.
  explicit HtmlRoles(const HtmlTree& tree);

  // Nobody sees it: scripts, controls of forms, what is switched off. Lists, paragraphs and tables that are
  // switched off count as seen, for a click shows them (folded sections, tabs).
  static bool is_hidden(const HtmlTree& tree, std::uint32_t node);

  // Menus, banners, breadcrumbs, cookie notices, share buttons, the head and foot of the site.
  // Holds for all that is inside.
  bool is_furniture(std::uint32_t node, bool inside_section) const;

  // Outside of the part that the page names as its own (<main>, or <article> with nearly all text).
  bool is_outside(std::uint32_t node) const;
  bool holds_content(std::uint32_t node) const;

  // A list of links to places of the same page.
  bool is_contents(std::uint32_t node) const;

  // Set apart from the text around: aside, note, call-out, panel, case study.
  bool is_box(std::uint32_t node) const;

 private:
  std::uint32_t bytes_in(std::uint32_t node) const { return before_[tree_.nodes[node].end] - before_[node]; }
  std::uint32_t linked_bytes_in(std::uint32_t node) const {
    return linked_before_[tree_.nodes[node].end] - linked_before_[node];
  }
  bool is_small(std::uint32_t node) const;
  bool has_links(std::uint32_t node) const;
  bool is_mostly_links(std::uint32_t node) const;
  void find_content();

  const HtmlTree& tree_;
  std::vector<std::uint32_t> before_,
      linked_before_;          // bytes of visible text, and of links, before each node
  std::vector<Span> content_;  // of nodes; empty where the page names none
};

}  // namespace planmark
