using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Web.Imports.Reading;

/// <summary>Reads the visible sheets of an XLSX file: cells as they would be typed, dates as dd.mm.yyyy. Formulas give the value that was saved with them.</summary>
internal static class XlsxReading
{
    /// <summary>Cells that a sheet spans, empty ones too: reading makes room for each of them.</summary>
    private const long MostCells = 40_000_000;

    // The package asks for windows-1252 by name, though it reads no text of that kind here.
    static XlsxReading() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<ImportDocument> Read(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var stream = MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray());
        XlsxPackage.Check(stream);
        stream.Position = 0;
        try
        {
            return Sheets(file, stream, cancellationToken);
        }
        catch (Exception problem) when (IsFaultOfFile(problem))
        {
            throw new UnreadableException("imports.file.damaged");
        }
    }

    /// <summary>What the reader of the package stumbles with when a part is not what it should be (found by damaging good files at random).</summary>
    private static bool IsFaultOfFile(Exception problem) => problem is ExcelReaderException or InvalidDataException or XmlException or FormatException
        or OverflowException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or InvalidOperationException or IOException;

    private static List<ImportDocument> Sheets(string file, Stream stream, CancellationToken cancellationToken)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        if (reader.ResultsCount > ImportLimits.Sheets) throw new UnreadableException("imports.file.tooManySheets", 0, ("max", ImportLimits.Sheets));
        var sheets = new List<ImportDocument>();
        do
        {
            if (reader.VisibleState is null or "visible") sheets.Add(Sheet(file, reader, cancellationToken));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static ImportTable Sheet(string file, IExcelDataReader reader, CancellationToken cancellationToken)
    {
        if ((long)reader.FieldCount * reader.RowCount > MostCells) throw new UnreadableException("imports.file.tooManyColumns", 1, ("max", ImportLimits.Columns));
        var lines = ImmutableArray.CreateBuilder<ImportLine>();
        for (var row = 1; reader.Read(); row++)
        {
            if (row % 1000 == 0) cancellationToken.ThrowIfCancellationRequested();
            var cells = Cells(reader, row);
            if (cells.IsEmpty) continue;
            if (lines.Count == ImportLimits.Rows) throw new UnreadableException("imports.file.tooManyRows", row, ("max", ImportLimits.Rows));
            lines.Add(new ImportLine(row, cells));
        }
        return new ImportTable(file, reader.Name, lines.ToImmutable());
    }

    private static ImmutableArray<string> Cells(IExcelDataReader reader, int row)
    {
        var last = reader.FieldCount - 1;
        while (last >= 0 && reader.GetValue(last) is null or "") last--;
        if (last >= ImportLimits.Columns) throw new UnreadableException("imports.file.tooManyColumns", row, ("max", ImportLimits.Columns));
        var cells = ImmutableArray.CreateBuilder<string>(last + 1);
        for (var at = 0; at <= last; at++) cells.Add(CellText.Checked(Text(reader.GetValue(at)), row));
        return cells.All(cell => cell.Length == 0) ? [] : cells.ToImmutable();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture),
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        bool flag => flag ? "ja" : "nei",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
