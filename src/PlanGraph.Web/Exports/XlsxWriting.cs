using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PlanGraph.Web.Exports;

/// <summary>Writes XLSX: typed dates and numbers, texts never as formulas, the header frozen and filtered, and a sheet that says what the file is.</summary>
internal static class XlsxWriting
{
    private const int LongestSheetName = 31;
    private const uint HeaderStyle = 1;
    private const uint DateStyle = 2;
    private const uint TextStyle = 3;
    private const uint DateFormat = 164;

    /// <param name="aboutName">Name of the sheet with <see cref="ExportTable.About"/>.</param>
    public static byte[] Write(ExportTable table, string aboutName)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            Sheet(book.AddNewPart<WorksheetPart>("table"), table.Columns, table.Rows, filtered: true);
            Sheet(book.AddNewPart<WorksheetPart>("about"), [new(aboutName, 30), new("", 90)],
                [.. table.About.Select(line => (IReadOnlyList<ExportCell>)[ExportCell.Of(line.Name), ExportCell.Of(line.Value)])], filtered: false);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Name = SheetName(table.Name), SheetId = 1, Id = "table" }, new Sheet { Name = SheetName(aboutName), SheetId = 2, Id = "about" }));
            if (table.Columns.Count > 0) book.Workbook.Append(new DefinedNames(Filter(table)));
        }
        return file.ToArray();
    }

    private static void Sheet(WorksheetPart part, IReadOnlyList<ExportColumn> columns, IReadOnlyList<IReadOnlyList<ExportCell>> rows, bool filtered)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Row(writer, 1, columns.Select(column => ExportCell.Of(column.Header)), HeaderStyle);
        for (var at = 0; at < rows.Count; at++) Row(writer, at + 2, rows[at], TextStyle);
        writer.WriteEndElement();
        if (filtered && columns.Count > 0) writer.WriteElement(new AutoFilter { Reference = $"A1:{Name(columns.Count - 1)}{rows.Count + 1}" });
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, int row, IEnumerable<ExportCell> cells, uint textStyle)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)row });
        var at = 0;
        foreach (var cell in cells)
        {
            if (Written(cell, textStyle) is { } written)
            {
                written.CellReference = $"{Name(at)}{row}";
                writer.WriteElement(written);
            }
            at++;
        }
        writer.WriteEndElement();
    }

    private static Cell? Written(ExportCell cell, uint textStyle) => cell switch
    {
        ExportCell.Date date => new Cell { StyleIndex = DateStyle, CellValue = new CellValue((double)(date.Value.DayNumber - new DateOnly(1899, 12, 30).DayNumber)) },
        ExportCell.Number number => new Cell { CellValue = new CellValue(number.Value) },
        ExportCell.Text { Value.Length: > 0 } text => new Cell
        {
            StyleIndex = textStyle, DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(FileText.Clean(text.Value)) { Space = SpaceProcessingModeValues.Preserve }),
        },
        _ => null,
    };

    private static DefinedName Filter(ExportTable table) => new($"'{SheetName(table.Name)}'!$A$1:${Name(table.Columns.Count - 1)}${table.Rows.Count + 1}")
    {
        Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true,
    };

    /// <summary>0 is A, 26 is AA.</summary>
    private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name((column / 26) - 1) + (char)('A' + (column % 26));

    private static string SheetName(string name)
    {
        var plain = string.Concat(name.Where(c => c is not (':' or '\\' or '/' or '?' or '*' or '[' or ']' or '\''))).Trim();
        return plain.Length switch { 0 => "1", > LongestSheetName => plain[..LongestSheetName], _ => plain };
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd.mm.yyyy" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = DateFormat, ApplyNumberFormat = true },
            // Format 49 is text: a sheet that is edited does not turn 2018-2021 into a date.
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true }));
}
