#include "extract/read_html.h"

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <memory>

#include "base/ascii.h"
#include "extract/html_encoding.h"

namespace planmark {
namespace {

// Gumbo takes its memory from here and never gives any back: its own way of freeing a tree recurses, which a
// page of a million open elements would turn into a crash. When the memory ends, so does the parsing.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Where take() goes when there is no more. Requires: nothing with a destructor between here and there.
  std::jmp_buf exhausted;

  void* take(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left_) refill(size);
    void* place = next_;
    next_ += size;
    left_ -= size;
    return place;
  }

 private:
  static constexpr std::size_t part_size = std::size_t{1} << 20;
  static constexpr std::size_t most = std::size_t{640} << 20;

  void refill(std::size_t size) {
    const std::size_t wanted = size > part_size / 4 ? size : part_size;
    std::byte* part = nullptr;
    if (wanted <= most - taken_) part = static_cast<std::byte*>(std::malloc(wanted));
    if (!part) std::longjmp(exhausted, 1);
    parts_.reset(new Part{{part, std::free}, std::move(parts_)});
    taken_ += wanted;
    next_ = part;
    left_ = wanted;
  }

  struct Part {
    std::unique_ptr<std::byte, void (*)(void*)> bytes;
    std::unique_ptr<Part> before;
  };
  std::unique_ptr<Part> parts_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0, taken_ = 0;
};

// Null when the memory ends.
const GumboOutput* parse(Arena& arena, std::string_view text) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* from, std::size_t size) { return static_cast<Arena*>(from)->take(size); };
  options.deallocator = [](void*, void*) {};
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.exhausted) != 0) return nullptr;
  return gumbo_parse_with_options(&options, text.data(), text.size());
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data && name.length > 0 ? lower_ascii({name.data, name.length}) : "unknown";
}

// The attributes that somebody asks for; a page may have thousands of others.
bool is_wanted(std::string_view name) {
  for (const std::string_view wanted :
       {"id", "class", "role", "href", "hidden", "style", "colspan", "rowspan", "name", "property", "content",
        "aria-hidden", "aria-level", "open", "type"})
    if (name == wanted) return true;
  return false;
}

HtmlNode element_of(const GumboElement& element) {
  HtmlNode node;
  node.tag = name_of(element);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (is_wanted(attribute.name)) node.attributes.emplace_back(attribute.name, attribute.value);
  }
  return node;
}

HtmlTree tree_of(const GumboNode& root) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    std::uint32_t node;
    bool ends_node;
  };
  HtmlTree tree;
  tree.nodes.push_back(element_of(root.v.element));
  std::vector<Open> open = {{&root.v.element.children, 0, 0, true}};
  while (!open.empty()) {
    Open& last = open.back();
    if (last.next == last.children->length) {
      // Below the deepest level an element has no inside: what it holds has been put after it.
      if (last.ends_node) tree.nodes[last.node].end = static_cast<std::uint32_t>(tree.nodes.size());
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(last.children->data[last.next++]);
    const auto index = static_cast<std::uint32_t>(tree.nodes.size());
    if (child.type == GUMBO_NODE_ELEMENT || child.type == GUMBO_NODE_TEMPLATE) {
      tree.nodes.push_back(element_of(child.v.element));
      tree.nodes.back().end = index + 1;
      open.push_back({&child.v.element.children, 0, index, open.size() < deepest_html});
    } else if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_WHITESPACE ||
               child.type == GUMBO_NODE_CDATA) {
      HtmlNode text;
      text.text = child.v.text.text;
      text.end = index + 1;
      tree.nodes.push_back(std::move(text));
    }
  }
  return tree;
}

}  // namespace

Result<HtmlTree> parse_html(std::string_view bytes) {
  const std::string text = utf8_of_web_page(bytes);
  Arena arena;
  const GumboOutput* output = parse(arena, text);
  if (!output) return failure(ProblemKind::too_large, "the web page takes more memory than is allowed");
  return tree_of(*output->root);
}

}  // namespace planmark
