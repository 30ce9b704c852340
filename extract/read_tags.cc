#include "extract/read_tags.h"

#include <Catalog.h>
#include <PDFDoc.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace planmark {
namespace {

constexpr std::size_t most_elements = 500'000;
constexpr int deepest = 100;
constexpr int most_marks = 100'000;  // of one page
constexpr int longest_role_chain = 8;
constexpr int widest_cell = 50;

struct StandardType {
  std::string_view name;
  TagKind kind;
  std::uint8_t level = 0;
};

constexpr StandardType standard_types[] = {
    {"P", TagKind::paragraph},      {"H1", TagKind::heading, 1},     {"H2", TagKind::heading, 2},
    {"H3", TagKind::heading, 3},    {"H4", TagKind::heading, 4},     {"H5", TagKind::heading, 5},
    {"H6", TagKind::heading, 6},    {"H", TagKind::heading},         {"L", TagKind::list},
    {"LI", TagKind::list_item},     {"Lbl", TagKind::label},         {"LBody", TagKind::item_body},
    {"Table", TagKind::table},      {"TR", TagKind::table_row},      {"TH", TagKind::head_cell},
    {"TD", TagKind::cell},          {"TOC", TagKind::contents_list}, {"TOCI", TagKind::contents_entry},
    {"Caption", TagKind::caption},  {"Figure", TagKind::figure},     {"Note", TagKind::note},
    {"BlockQuote", TagKind::quote}, {"Artifact", TagKind::artifact}, {"Span", TagKind::inside},
    {"Link", TagKind::inside},      {"Quote", TagKind::inside},      {"Em", TagKind::inside},
    {"Strong", TagKind::inside},    {"Reference", TagKind::inside},  {"Annot", TagKind::inside},
    {"Sect", TagKind::group},       {"Div", TagKind::group},         {"Part", TagKind::group},
    {"Document", TagKind::group},   {"Art", TagKind::group},         {"THead", TagKind::group},
    {"TBody", TagKind::group},      {"TFoot", TagKind::group},       {"NonStruct", TagKind::group},
};

class TagReader {
 public:
  TagReader(PDFDoc& pdf, RawDocument& document) : pdf_(pdf), document_(document) {}

  void read() {
    const Object root = pdf_.getXRef()->getCatalog().dictLookup("StructTreeRoot");
    if (!root.isDict()) return;
    roles_ = root.dictLookup("RoleMap");
    for (int i = 0; i < pdf_.getNumPages(); ++i)
      if (const Ref* page = pdf_.getCatalog()->getPageRef(i + 1))
        pages_.try_emplace({page->num, page->gen}, static_cast<std::uint32_t>(i));
    add_kids(root.dictLookupNF("K"), none, none, 0);
  }

 private:
  void add_kids(const Object& kids, std::uint32_t parent, std::uint32_t page, int depth) {
    if (depth > deepest || document_.elements.size() >= most_elements) return;
    if (kids.isInt()) return mark(page, kids.getInt(), parent);
    if (kids.isRef()) {
      if (!seen_.insert({kids.getRefNum(), kids.getRefGen()}).second) return;
      const Object fetched = kids.fetch(pdf_.getXRef());
      if (!fetched.isRef()) add_kids(fetched, parent, page, depth + 1);
    } else if (kids.isArray()) {
      for (int i = 0; i < kids.arrayGetLength(); ++i) add_kids(kids.arrayGetNF(i), parent, page, depth + 1);
    } else if (kids.isDict()) {
      add_dictionary(kids, parent, page, depth);
    }
  }

  void add_dictionary(const Object& kid, std::uint32_t parent, std::uint32_t page, int depth) {
    if (const Object& own = kid.dictLookupNF("Pg"); own.isRef()) page = page_of(own.getRef());
    const Object type = kid.dictLookup("Type");
    if (type.isName("OBJR")) return;
    if (const Object id = kid.dictLookup("MCID"); type.isName("MCR") || id.isInt()) {
      if (id.isInt() && kid.dictLookupNF("Stm").isNull()) mark(page, id.getInt(), parent);
      return;
    }
    const auto index = static_cast<std::uint32_t>(document_.elements.size());
    document_.elements.push_back(element_of(kid, parent));
    add_kids(kid.dictLookupNF("K"), index, page, depth + 1);
  }

  RawElement element_of(const Object& kid, std::uint32_t parent) const {
    RawElement element;
    element.parent = parent;
    const Object type = kid.dictLookup("S");
    std::string name = type.isName() ? type.getName() : "";
    for (int i = 0; i < longest_role_chain; ++i) {
      for (const StandardType& standard : standard_types)
        if (name == standard.name) {
          element.kind = standard.kind;
          element.level = standard.level;
          if (element.kind == TagKind::cell || element.kind == TagKind::head_cell)
            take_spans(kid.dictLookup("A"), element);
          return element;
        }
      const Object role = roles_.isDict() ? roles_.dictLookup(name.c_str()) : Object();
      if (!role.isName()) break;
      name = role.getName();
    }
    return element;
  }

  static std::uint8_t span(const Object& attributes, const char* name, std::uint8_t before) {
    const Object value = attributes.dictLookup(name);
    return value.isInt() ? static_cast<std::uint8_t>(std::clamp(value.getInt(), 1, widest_cell)) : before;
  }

  static void take_spans(const Object& attributes, RawElement& element) {
    if (attributes.isDict()) {
      element.columns = span(attributes, "ColSpan", element.columns);
      element.rows = span(attributes, "RowSpan", element.rows);
    }
    for (int i = 0; attributes.isArray() && i < std::min(attributes.arrayGetLength(), 8); ++i)
      if (const Object one = attributes.arrayGet(i); one.isDict()) take_spans(one, element);
  }

  std::uint32_t page_of(const Ref& page) const {
    const auto found = pages_.find({page.num, page.gen});
    return found == pages_.end() ? none : found->second;
  }

  void mark(std::uint32_t page, int id, std::uint32_t element) {
    if (page >= document_.pages.size() || id < 0 || id >= most_marks) return;
    std::vector<std::uint32_t>& elements = document_.pages[page].elements;
    if (elements.size() <= static_cast<std::size_t>(id))
      elements.resize(static_cast<std::size_t>(id) + 1, none);
    elements[static_cast<std::size_t>(id)] = element;
  }

  PDFDoc& pdf_;
  RawDocument& document_;
  Object roles_;
  std::map<std::pair<int, int>, std::uint32_t> pages_;
  std::set<std::pair<int, int>> seen_;
};

}  // namespace

void read_tags(PDFDoc& pdf, RawDocument& document) { TagReader(pdf, document).read(); }

}  // namespace planmark
